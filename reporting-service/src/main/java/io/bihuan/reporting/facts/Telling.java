package io.bihuan.reporting.facts;

import org.jspecify.annotations.Nullable;

/**
 * A step, and what was told with it that nothing is counted by but people want to read.
 *
 * @param number the hazard's number
 * @param description what is wrong
 * @param siteName where it is
 * @param checkItem code of the check item
 * @param measures what the order demands
 */
public record Telling(
        Step step,
        @Nullable String number,
        @Nullable String description,
        @Nullable String siteName,
        @Nullable String checkItem,
        @Nullable String measures) {

    boolean describes() {
        return step.version() == 1 || description != null || measures != null;
    }

    /** This and, where it says nothing, what was told later. */
    Telling and(Telling later) {
        return new Telling(
                step,
                first(number, later.number),
                first(description, later.description),
                first(siteName, later.siteName),
                first(checkItem, later.checkItem),
                first(later.measures, measures));
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one != null ? one : other;
    }
}
