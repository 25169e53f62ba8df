package io.bihuan.hazard.rest.hazards;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.rest.Query;
import io.bihuan.hazard.search.Cursor;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query of {@code GET /api/hazards}. */
@SuppressWarnings("NullAway.Init") // filled by Quarkus REST
class ListParameters extends FilterParameters {

    @QueryParam("limit")
    @DefaultValue("50")
    @Parameter(
            description = "1 to 500",
            schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "500", defaultValue = "50"))
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "nextCursor of the page before")
    @Nullable
    String cursor;

    int limit() {
        return Query.limit(limit);
    }

    @Nullable
    Cursor cursor() {
        try {
            return cursor == null ? null : Cursor.decode(cursor, order());
        } catch (IllegalArgumentException e) {
            throw new Refusal("cursor", "cursor.malformed");
        }
    }
}
