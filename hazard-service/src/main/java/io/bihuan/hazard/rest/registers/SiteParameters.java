package io.bihuan.hazard.rest.registers;

import io.bihuan.access.Scope;
import io.bihuan.hazard.registers.SiteFilter;
import io.bihuan.hazard.registers.SiteKind;
import io.bihuan.hazard.rest.Query;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which sites a call is about. Each parameter is a text until it is read, so that a bad one is named. */
class SiteParameters {

    @QueryParam("district")
    @Parameter(description = "A district's code: the district and all below it", example = "6301")
    @Nullable
    String district;

    @QueryParam("kind")
    @Parameter(description = "What is at the site", schema = @Schema(implementation = SiteKind.class))
    @Nullable
    String kind;

    @QueryParam("unit")
    @Parameter(description = "The code of the responsible unit", example = "DW-000128")
    @Nullable
    String unit;

    @QueryParam("active")
    @Parameter(schema = @Schema(implementation = Boolean.class), description = "false for those that are closed")
    @Nullable
    String active;

    @QueryParam("q")
    @Parameter(description = "Stands in the code, name or address", example = "餐馆")
    @Nullable
    String text;

    /** @param scope what the caller may see */
    SiteFilter filter(Scope scope) {
        return new SiteFilter(
                scope,
                Query.plain("district", district),
                kind == null ? null : Query.oneOf("kind", kind, SiteKind.class),
                Query.plain("unit", unit),
                active == null ? null : Query.yesOrNo("active", active),
                Query.plain("q", text));
    }
}
