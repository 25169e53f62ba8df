package io.bihuan.hazard.lifecycle;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * A unit's request for a later deadline 延期申请, while it waits for its decision.
 *
 * @param n 1, 2, 3… per hazard
 * @param until the deadline asked for
 * @param reason why it cannot be done in time
 * @param interimControls what holds the danger meanwhile
 * @param askedAt when
 */
@Embeddable
public record ExtensionRequest(
        @Column(name = "extension_n") int n,
        @Column(name = "extension_until") Instant until,
        @Column(name = "extension_reason") String reason,
        @Column(name = "extension_controls") String interimControls,
        @Column(name = "extension_asked_at") Instant askedAt) {}
