package io.bihuan.hazard.casework;

import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Grade;
import io.bihuan.hazard.lifecycle.Unit;
import org.jspecify.annotations.Nullable;

/**
 * What a case lacks to open a hazard: what was found when somebody went to see. The caller's own words stay with the
 * case.
 */
public record Ascertained(
        Grade grade,
        Category category,
        String description,
        @Nullable String siteName,
        @Nullable String checkItem,
        @Nullable String foundBy,
        @Nullable String witness,
        @Nullable String campaign,
        @Nullable Unit unit) {}
