package io.bihuan.reporting.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.bihuan.reporting.division.Divided;
import io.bihuan.reporting.facts.Question;
import io.bihuan.reporting.form.Line;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The national form, as a client sees it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(description = "The national form of a district's parts and of all of them together")
record NationalFormReport(
        @Schema(description = "Inspected or found at or after this; null for no bound") @Nullable
        OffsetDateTime from,

        @Schema(description = "Inspected or found before this; null for no bound") @Nullable
        OffsetDateTime to,

        @Schema(description = "The moment at which the hazards stood like this")
        OffsetDateTime asOf,

        List<Item> items,

        @Schema(description = "Of all items together; a unit with sites in several of them counts once")
        Line total) {

    /** One part of the district. */
    @Schema(name = "NationalFormLine", description = "The line of one part of the district")
    record Item(
            @Schema(description = "The part's code, or the district's own for what lies directly in it")
            String districtCode,

            @Schema(description = "null while the code is not on file") @Nullable
            String name,

            @JsonUnwrapped Line line) {}

    static NationalFormReport of(Question question, Divided<Line> lines, Asking asking) {
        return new NationalFormReport(
                asking.local(question.from()),
                asking.local(question.to()),
                Objects.requireNonNull(asking.local(question.asOf())),
                lines.parts().stream()
                        .map(part -> new Item(part.code(), part.name(), part.figures()))
                        .toList(),
                lines.total());
    }
}
