package io.bihuan.hazard.lifecycle;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A unit's request for a later deadline 延期申请, while it waits for its decision.
 *
 * @param n 1, 2, 3… per hazard
 * @param until the deadline asked for
 * @param reason why it cannot be done in time
 * @param interimControls what holds the danger meanwhile
 * @param askedAt when
 * @param askedBy of the token with which it was asked for; null if it was asked for before people signed in
 */
@Embeddable
public record ExtensionRequest(
        @Column(name = "extension_n") int n,
        @Column(name = "extension_until") Instant until,
        @Column(name = "extension_reason") String reason,
        @Column(name = "extension_controls") String interimControls,
        @Column(name = "extension_asked_at") Instant askedAt,
        @Column(name = "extension_asked_by") @Nullable String askedBy) {}
