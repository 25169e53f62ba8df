package io.bihuan.reporting.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bihuan.reporting.facts.Counted;
import io.bihuan.reporting.facts.Counted.Place;
import io.bihuan.reporting.statistics.Category;
import io.bihuan.reporting.statistics.Grade;
import io.bihuan.reporting.statistics.Source;
import io.bihuan.reporting.statistics.Standing;
import io.bihuan.reporting.statistics.Status;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of the hazards behind a figure, as a client sees them. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(description = "A page of the hazards behind a figure")
record CountedHazards(
        List<Item> items,

        @Schema(description = "Ask with it as `cursor` for the next page; null on the last") @Nullable
        String nextCursor) {

    /** No hazard was found before or after, and PostgreSQL would not know it. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** A hazard as it stood at the moment asked for. */
    @Schema(name = "CountedHazard", description = "A hazard as it stood at the moment asked for")
    record Item(
            UUID hazardId,
            @Nullable String number,
            String districtCode,
            Grade grade,
            Category category,
            Source source,
            Status status,

            @Schema(description = "The responsible unit's name") @Nullable
            String unit,

            @Nullable String campaign,

            @Schema(description = "What is wrong") @Nullable String description,

            @Nullable String siteName,
            OffsetDateTime foundAt,
            @Nullable OffsetDateTime dueAt,

            @Schema(description = "It waited for its unit past the deadline")
            boolean overdue,

            @Schema(description = "From found to closed, one decimal, half up; null if it is not closed") @Nullable
            BigDecimal daysToClose) {

        static Item of(Counted counted, Asking asking) {
            Standing hazard = counted.standing();
            Integer days = hazard.tenthsOfDaysToClose();
            return new Item(
                    hazard.hazard(),
                    counted.number(),
                    hazard.district(),
                    hazard.grade(),
                    hazard.category(),
                    hazard.source(),
                    hazard.status(),
                    hazard.unitName(),
                    hazard.campaign(),
                    counted.description(),
                    counted.siteName(),
                    Objects.requireNonNull(asking.local(hazard.foundAt())),
                    asking.local(hazard.dueAt()),
                    hazard.status() == Status.ASSIGNED && hazard.late(),
                    days == null ? null : BigDecimal.valueOf(days, 1));
        }
    }

    static CountedHazards of(List<Counted> hazards, int limit, Asking asking) {
        boolean more = hazards.size() > limit;
        List<Counted> page = more ? hazards.subList(0, limit) : hazards;
        return new CountedHazards(
                page.stream().map(hazard -> Item.of(hazard, asking)).toList(),
                more ? cursor(page.get(page.size() - 1).standing()) : null);
    }

    private static String cursor(Standing last) {
        String place = last.foundAt() + " " + last.hazard();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    /** The place that the query's cursor names; null for the first page, or if there is no such place, which the query then refuses. */
    static @Nullable Place place(QueryReader query) {
        String cursor = query.value("cursor");
        if (cursor == null) {
            return null;
        }
        try {
            String[] place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", -1);
            if (place.length == 2) {
                Instant foundAt = Instant.parse(place[0]);
                UUID hazard = UUID.fromString(place[1]);
                if (!foundAt.isBefore(FIRST) && !foundAt.isAfter(LAST)) {
                    return new Place(foundAt, hazard);
                }
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            // Said below, as for a cursor of another shape.
        }
        query.refuse("cursor", "parameter.cursor");
        return null;
    }
}
