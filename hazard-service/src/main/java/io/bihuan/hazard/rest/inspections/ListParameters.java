package io.bihuan.hazard.rest.inspections;

import io.bihuan.access.Scope;
import io.bihuan.hazard.inspection.Filter;
import io.bihuan.hazard.rest.Query;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query of {@code GET /api/inspections}. */
@SuppressWarnings("NullAway.Init") // filled by Quarkus REST
class ListParameters {

    @QueryParam("site")
    @Parameter(description = "A site's code")
    @Nullable
    String site;

    @QueryParam("district")
    @Parameter(description = "A district's code: the district and all below it", example = "6301")
    @Nullable
    String district;

    @QueryParam("from")
    @Parameter(description = "RFC 3339 with offset, inclusive", schema = @Schema(implementation = OffsetDateTime.class))
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(description = "RFC 3339 with offset, exclusive", schema = @Schema(implementation = OffsetDateTime.class))
    @Nullable
    String to;

    @QueryParam("inspector")
    @Parameter(description = "One of those who inspected, by the whole name")
    @Nullable
    String inspector;

    @QueryParam("campaign")
    @Parameter(description = "A campaign's code")
    @Nullable
    String campaign;

    @QueryParam("limit")
    @DefaultValue("50")
    @Parameter(description = "1 to 500", schema = @Schema(implementation = Integer.class))
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "nextCursor of the page before")
    @Nullable
    String cursor;

    /** @param scope what the caller may see */
    Filter filter(Scope scope) {
        return new Filter(
                scope,
                Query.plain("site", site),
                Query.plain("district", district),
                Query.instant("from", from),
                Query.instant("to", to),
                Query.plain("inspector", inspector),
                Query.plain("campaign", campaign));
    }

    int limit() {
        return Query.limit(limit);
    }

    @Nullable
    UUID cursor() {
        return Query.cursor(cursor);
    }
}
