package io.bihuan.hazard.lifecycle;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * A re-inspection 复查 that found a hazard fixed, as its inspector recorded it.
 *
 * @param opinion what it found
 * @param by who re-inspected
 * @param subject of the token with which he recorded it
 */
@Embeddable
public record Reinspection(
        @Column(name = "reinspection_opinion") String opinion,
        @Column(name = "reinspected_by") @Nullable String by,
        @Column(name = "reinspected_subject") @Nullable String subject) {

    Doer inspector() {
        return new Doer(by, subject);
    }
}
