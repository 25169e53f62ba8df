package io.bihuan.hazard.rest.registers;

import io.bihuan.access.Scope;
import io.bihuan.hazard.registers.UnitFilter;
import io.bihuan.hazard.registers.UnitKind;
import io.bihuan.hazard.rest.Query;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which units a call is about. Each parameter is a text until it is read, so that a bad one is named. */
class UnitParameters {

    @QueryParam("district")
    @Parameter(description = "A district's code: the district and all below it", example = "6301")
    @Nullable
    String district;

    @QueryParam("kind")
    @Parameter(description = "What the unit does", schema = @Schema(implementation = UnitKind.class))
    @Nullable
    String kind;

    @QueryParam("active")
    @Parameter(schema = @Schema(implementation = Boolean.class), description = "false for those that are closed")
    @Nullable
    String active;

    @QueryParam("q")
    @Parameter(description = "Stands in the code, name, address or Unified Social Credit Code", example = "餐饮")
    @Nullable
    String text;

    /** @param scope what the caller may see */
    UnitFilter filter(Scope scope) {
        return new UnitFilter(
                scope,
                Query.plain("district", district),
                kind == null ? null : Query.oneOf("kind", kind, UnitKind.class),
                active == null ? null : Query.yesOrNo("active", active),
                Query.plain("q", text));
    }
}
