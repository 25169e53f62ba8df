package io.bihuan.reporting.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.bihuan.reporting.facts.Question;
import io.bihuan.reporting.facts.RollUp;
import io.bihuan.reporting.statistics.Figures;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A district's figures by its parts, as a client sees them. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(description = "The figures of a district's parts and of all of them together")
record DistrictReport(
        @Schema(description = "Hazards found at or after this; null for no bound") @Nullable
        OffsetDateTime from,

        @Schema(description = "Hazards found before this; null for no bound") @Nullable
        OffsetDateTime to,

        @Schema(description = "The moment at which things stood like this")
        OffsetDateTime asOf,

        List<Item> items,

        @Schema(description = "Of all items' hazards together; the quantiles are over all of them, not over the items")
        Figures total) {

    /** One part of the district. */
    @Schema(name = "DistrictFigures", description = "The figures of one part of the district")
    record Item(
            @Schema(description = "The part's code, or the district's own for hazards registered directly on it")
            String districtCode,

            @Schema(description = "null while the code is not on file") @Nullable
            String name,

            @JsonUnwrapped Figures figures) {}

    static DistrictReport of(Question question, RollUp rollUp, ZoneId zone) {
        return new DistrictReport(
                local(question.from(), zone),
                local(question.to(), zone),
                question.asOf().atZone(zone).toOffsetDateTime(),
                rollUp.parts().stream()
                        .map(part -> new Item(part.code(), part.name(), part.figures()))
                        .toList(),
                rollUp.total());
    }

    private static @Nullable OffsetDateTime local(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
    }
}
