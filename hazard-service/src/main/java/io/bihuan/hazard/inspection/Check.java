package io.bihuan.hazard.inspection;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What came of one check item.
 *
 * @param item its code on file
 * @param measured what was measured, with its unit
 * @param openHazard the number of a hazard that is open already for this item at this site
 */
@Embeddable
public record Check(
        String item,
        @Enumerated(EnumType.STRING) Result result,
        @Nullable String note,
        @Nullable String measured,
        @Column(name = "open_hazard") @Nullable String openHazard) {

    /** Whether the site does as it should. */
    @Schema(name = "CheckResult")
    public enum Result {
        /** 合格 */
        PASS,
        /** 不合格 */
        FAIL,
        /** 不涉及 */
        NOT_APPLICABLE
    }
}
