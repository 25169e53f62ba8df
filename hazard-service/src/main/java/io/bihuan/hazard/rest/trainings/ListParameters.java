package io.bihuan.hazard.rest.trainings;

import io.bihuan.access.Scope;
import io.bihuan.hazard.rest.Query;
import io.bihuan.hazard.training.Audience;
import io.bihuan.hazard.training.Filter;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query of {@code GET /api/trainings}. */
@SuppressWarnings("NullAway.Init") // filled by Quarkus REST
class ListParameters {

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

    @QueryParam("audience")
    @Parameter(description = "For whom it was held", schema = @Schema(implementation = Audience.class))
    @Nullable
    String audience;

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
                Query.plain("district", district),
                Query.instant("from", from),
                Query.instant("to", to),
                Query.oneOfIfGiven("audience", audience, Audience.class),
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
