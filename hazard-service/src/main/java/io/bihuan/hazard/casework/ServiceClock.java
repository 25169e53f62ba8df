package io.bihuan.hazard.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * How soon a milestone is due.
 *
 * @param kind of case; null for every kind
 * @param lifeThreatening whether it applies only where a life is in danger
 * @param minutes after the case was received, counted round the clock; 1 to 525 600, a year
 */
@Embeddable
public record ServiceClock(
        @Enumerated(EnumType.STRING) Milestone milestone,
        @Enumerated(EnumType.STRING) @Nullable CaseKind kind,
        @Column(name = "life_threatening") boolean lifeThreatening,
        int minutes) {

    boolean appliesTo(Receipt receipt) {
        return (kind == null || kind == receipt.kind()) && (!lifeThreatening || receipt.lifeThreatening());
    }

    boolean appliesToAll() {
        return kind == null && !lifeThreatening;
    }
}
