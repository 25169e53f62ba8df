package io.bihuan.hazard.inspection;

import io.bihuan.hazard.handling.OnTheSpot;
import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Grade;
import io.bihuan.hazard.lifecycle.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A hazard that came to light; where it lies, who found it and who signed is the inspection's to say.
 *
 * @param unit who must rectify; null means the site's own, if it has one on file
 * @param fixed what was done on the spot; null if it was not fixed
 */
public record Discovery(
        Grade grade,
        Category category,
        String description,
        @Nullable String checkItem,
        @Nullable Unit unit,
        @Nullable OnTheSpot fixed) {}
