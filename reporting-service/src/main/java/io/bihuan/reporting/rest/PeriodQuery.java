package io.bihuan.reporting.rest;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of a report on what was done in a district in a period, for the OpenAPI document; {@link QueryReader} reads them. */
final class PeriodQuery {

    @QueryParam("parent")
    @Parameter(
            description = "Code of the district; without it the top of the register",
            example = "63",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9A-Z]{1,12}$"))
    @Nullable
    String parent;

    @QueryParam("period")
    @Parameter(
            description = "In this day, week, month, quarter, year or heating season; in place of `from` and `to`",
            example = "2026-W18",
            schema = @Schema(type = SchemaType.STRING))
    @Nullable
    String period;

    @QueryParam("from")
    @Parameter(
            description = "On or after this date or instant",
            example = "2026-05-01",
            schema = @Schema(type = SchemaType.STRING))
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(
            description = "On or before this date, or before this instant",
            example = "2026-05-31",
            schema = @Schema(type = SchemaType.STRING))
    @Nullable
    String to;

    @QueryParam("asOf")
    @Parameter(
            description = "As things stood at this instant or at the end of this date; now if not given",
            example = "2026-05-31T18:00:00+08:00",
            schema = @Schema(type = SchemaType.STRING))
    @Nullable
    String asOf;
}
