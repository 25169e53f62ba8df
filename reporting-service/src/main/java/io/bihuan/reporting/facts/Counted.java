package io.bihuan.reporting.facts;

import io.bihuan.reporting.statistics.Standing;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hazard that a figure counts, as it stood at the moment asked for.
 *
 * @param number as people call it; null while its first event has not come. What is wrong and where likewise
 * @param measures what the order in force demands; null without one
 */
public record Counted(
        Standing standing,
        @Nullable String number,
        @Nullable String description,
        @Nullable String siteName,
        @Nullable String measures) {

    /** Where a hazard stands in a list by when they were found. */
    public record Place(Instant foundAt, UUID hazard) implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparing(Place::foundAt)
                .thenComparing(place -> place.hazard().toString());

        static Place of(Standing hazard) {
            return new Place(hazard.foundAt(), hazard.hazard());
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }
}
