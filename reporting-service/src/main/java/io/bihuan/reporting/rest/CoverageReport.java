package io.bihuan.reporting.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.bihuan.reporting.division.Divided;
import io.bihuan.reporting.facts.Question;
import io.bihuan.reporting.statistics.Coverage;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A district's coverage by its parts, as a client sees it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(description = "The coverage of a district's parts and of all of them together")
record CoverageReport(
        @Schema(description = "Inspected at or after this; null for no bound") @Nullable
        OffsetDateTime from,

        @Schema(description = "Inspected before this; null for no bound") @Nullable
        OffsetDateTime to,

        @Schema(description = "The moment at which these sites were on file")
        OffsetDateTime asOf,

        List<Item> items,

        @Schema(description = "Of all items together; a unit with sites in several of them counts once")
        Coverage total) {

    /** One part of the district. */
    @Schema(name = "DistrictCoverage", description = "The coverage of one part of the district")
    record Item(
            @Schema(description = "The part's code, or the district's own for what lies directly in it")
            String districtCode,

            @Schema(description = "null while the code is not on file") @Nullable
            String name,

            @JsonUnwrapped Coverage coverage) {}

    static CoverageReport of(Question question, Divided<Coverage> coverage, Asking asking) {
        return new CoverageReport(
                asking.local(question.from()),
                asking.local(question.to()),
                Objects.requireNonNull(asking.local(question.asOf())),
                coverage.parts().stream()
                        .map(part -> new Item(part.code(), part.name(), part.figures()))
                        .toList(),
                coverage.total());
    }
}
