package io.bihuan.reporting.facts;

import io.bihuan.reporting.statistics.Standing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hazards that have one thing in common, as totals are kept of them. */
final class Slice {

    private Slice() {}

    /** Those that a hazard is in. */
    static List<String> of(Standing hazard) {
        List<String> slices = new ArrayList<>(4);
        slices.add("grade=" + hazard.grade());
        slices.add("category=" + hazard.category());
        slices.add("source=" + hazard.source());
        if (hazard.campaign() != null) {
            slices.add("campaign=" + hazard.campaign());
        }
        return slices;
    }

    /** The one that a question is about, empty for all; null if it is about hazards that have several things in common. */
    static @Nullable String of(Question question) {
        if (question.unit() != null) {
            return null;
        }
        List<String> slices = new ArrayList<>(4);
        if (question.grade() != null) {
            slices.add("grade=" + question.grade());
        }
        if (question.category() != null) {
            slices.add("category=" + question.category());
        }
        if (question.source() != null) {
            slices.add("source=" + question.source());
        }
        if (question.campaign() != null) {
            slices.add("campaign=" + question.campaign());
        }
        return switch (slices.size()) {
            case 0 -> "";
            case 1 -> slices.get(0);
            default -> null;
        };
    }
}
