package io.bihuan.hazard.rest.registers;

import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.registers.CheckItemFilter;
import io.bihuan.hazard.registers.SiteKind;
import io.bihuan.hazard.rest.Query;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which check items a call is about. Each parameter is a text until it is read, so that a bad one is named. */
class CheckItemParameters {

    @QueryParam("category")
    @Parameter(description = "Where in the gas or heat supply 隐患类别", schema = @Schema(implementation = Category.class))
    @Nullable
    String category;

    @QueryParam("siteKind")
    @Parameter(
            description = "The kind of site that it is checked at",
            schema = @Schema(implementation = SiteKind.class))
    @Nullable
    String siteKind;

    @QueryParam("q")
    @Parameter(description = "Stands in the code or a title", example = "软管")
    @Nullable
    String text;

    CheckItemFilter filter() {
        return new CheckItemFilter(
                category == null ? null : Query.oneOf("category", category, Category.class),
                siteKind == null ? null : Query.oneOf("siteKind", siteKind, SiteKind.class),
                Query.plain("q", text));
    }
}
