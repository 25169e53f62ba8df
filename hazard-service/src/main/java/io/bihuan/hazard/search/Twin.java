package io.bihuan.hazard.search;

import io.bihuan.hazard.lifecycle.Hazard;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An open hazard that may be the one that was just found.
 *
 * @param distanceMetres between the two, where both say where they are
 * @param reasons why it may be the same; never empty
 */
public record Twin(Hazard hazard, @Nullable Long distanceMetres, List<Reason> reasons) {

    /** What two hazards of the same category have in common. */
    @Schema(name = "DuplicateReason")
    public enum Reason {
        SAME_SITE,
        WITHIN_50_METRES,
        SAME_CHECK_ITEM
    }
}
