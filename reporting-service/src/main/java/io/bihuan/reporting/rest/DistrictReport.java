package io.bihuan.reporting.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.bihuan.reporting.facts.RollUp;
import io.bihuan.reporting.statistics.Figures;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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
        Total total) {

    /** One part of the district. */
    @Schema(name = "DistrictFigures", description = "The figures of one part of the district")
    record Item(
            @Schema(description = "The part's code, or the district's own for hazards registered directly on it")
            String districtCode,

            @Schema(description = "null while the code is not on file") @Nullable
            String name,

            @JsonUnwrapped Total figures) {}

    /** Figures and, if the question wants it, those that they are compared with. */
    @Schema(name = "ComparedFigures", description = "Figures and, with compare=true, those that they are compared with")
    record Total(
            @JsonUnwrapped Figures figures,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Those of the period before 环比, as of as long after its beginning")
            @Nullable
            Figures previous,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Those of the same period of the year before 同比, as of as long after its beginning")
            @Nullable
            Figures yearBefore) {}

    /** Roll-ups of the same district: of the question, and of those that it is compared with. */
    record Compared(
            RollUp asked,
            @Nullable RollUp previous,
            @Nullable RollUp yearBefore) {}

    static DistrictReport of(
            @Nullable OffsetDateTime from, @Nullable OffsetDateTime to, OffsetDateTime asOf, Compared compared) {
        Function<String, @Nullable Figures> previous = byCode(compared.previous());
        Function<String, @Nullable Figures> yearBefore = byCode(compared.yearBefore());
        return new DistrictReport(
                from,
                to,
                asOf,
                compared.asked().parts().stream()
                        .map(part -> new Item(
                                part.code(),
                                part.name(),
                                new Total(part.figures(), previous.apply(part.code()), yearBefore.apply(part.code()))))
                        .toList(),
                new Total(
                        compared.asked().total(),
                        compared.previous() == null ? null : compared.previous().total(),
                        compared.yearBefore() == null
                                ? null
                                : compared.yearBefore().total()));
    }

    private static Function<String, @Nullable Figures> byCode(@Nullable RollUp rollUp) {
        if (rollUp == null) {
            return code -> null;
        }
        Map<String, Figures> figures =
                rollUp.parts().stream().collect(Collectors.toMap(RollUp.Part::code, RollUp.Part::figures));
        return code -> figures.getOrDefault(code, Figures.NONE);
    }
}
