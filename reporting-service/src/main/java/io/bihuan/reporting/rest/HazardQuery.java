package io.bihuan.reporting.rest;

import io.bihuan.reporting.statistics.Category;
import io.bihuan.reporting.statistics.Grade;
import io.bihuan.reporting.statistics.Source;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters that say which hazards a report is about, for the OpenAPI document; {@link QueryReader} reads them. */
final class HazardQuery {

    @QueryParam("period")
    @Parameter(
            description =
                    "Found in this day, week, month, quarter, year or heating season; in place of `from` and `to`",
            example = "2026-W18",
            schema = @Schema(type = SchemaType.STRING))
    @Nullable
    String period;

    @QueryParam("from")
    @Parameter(
            description = "Found on or after this date or instant",
            example = "2026-05-01",
            schema = @Schema(type = SchemaType.STRING))
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(
            description = "Found on or before this date, or before this instant",
            example = "2026-05-31",
            schema = @Schema(type = SchemaType.STRING))
    @Nullable
    String to;

    @QueryParam("asOf")
    @Parameter(
            description =
                    "As things stood at this instant or at the end of this date; now if not given. For a moment to come:"
                            + " as they will stand if nothing more happens",
            example = "2026-05-31T18:00:00+08:00",
            schema = @Schema(type = SchemaType.STRING))
    @Nullable
    String asOf;

    @QueryParam("grade")
    @Parameter(description = "How dangerous 隐患等级", schema = @Schema(implementation = Grade.class))
    @Nullable
    String grade;

    @QueryParam("category")
    @Parameter(description = "Where in the gas or heat supply 隐患类别", schema = @Schema(implementation = Category.class))
    @Nullable
    String category;

    @QueryParam("source")
    @Parameter(description = "How it came to notice 隐患来源", schema = @Schema(implementation = Source.class))
    @Nullable
    String source;

    @QueryParam("unit")
    @Parameter(
            description = "The responsible unit's 责任单位 code or, for one without a code, its name",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
    @Nullable
    String unit;

    @QueryParam("campaign")
    @Parameter(
            description = "Code of the campaign 专项行动 that it was found under",
            example = "GAS-2026",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
    @Nullable
    String campaign;
}
