package io.bihuan.hazard.lifecycle;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * 挂牌督办: a higher office watches the hazard, under the number of its notice, until it is closed.
 *
 * @param level whose office
 * @param documentNumber of the supervision notice
 * @param since when it was listed at this level
 */
@Embeddable
public record Supervision(
        @Enumerated(EnumType.STRING) @Column(name = "supervision_level")
        Level level,

        @Column(name = "supervision_number") String documentNumber,
        @Column(name = "supervised_at") Instant since) {

    /** Whose office supervises, the lowest first. */
    public enum Level {
        /** 区（县）级 */
        DISTRICT,
        /** 市（州）级 */
        CITY,
        /** 省级 */
        PROVINCE;

        boolean isAbove(Level other) {
            return compareTo(other) > 0;
        }
    }
}
