package io.bihuan.hazard.rest.cases;

import io.bihuan.access.Scope;
import io.bihuan.hazard.casework.CaseSource;
import io.bihuan.hazard.casework.CaseStatus;
import io.bihuan.hazard.casework.Filter;
import io.bihuan.hazard.casework.Milestone;
import io.bihuan.hazard.rest.Query;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query of {@code GET /api/cases}. */
@SuppressWarnings("NullAway.Init") // filled by Quarkus REST
class ListParameters {

    private static final String ANY = "ANY";

    @QueryParam("status")
    @Parameter(description = "Where the case stands", schema = @Schema(implementation = CaseStatus.class))
    @Nullable
    String status;

    @QueryParam("district")
    @Parameter(description = "A district's code: the district and all below it", example = "6301")
    @Nullable
    String district;

    @QueryParam("source")
    @Parameter(description = "How it came in", schema = @Schema(implementation = CaseSource.class))
    @Nullable
    String source;

    @QueryParam("externalNumber")
    @Parameter(description = "The source's own number, whole")
    @Nullable
    String externalNumber;

    @QueryParam("hazard")
    @Parameter(description = "The hazard that the case has opened", schema = @Schema(implementation = UUID.class))
    @Nullable
    String hazard;

    @QueryParam("overdue")
    @Parameter(description = "Open cases with this milestone overdue, or ANY", example = "ON_SITE")
    @Nullable
    String overdue;

    @QueryParam("limit")
    @DefaultValue("50")
    @Parameter(description = "1 to 500", schema = @Schema(implementation = Integer.class))
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "nextCursor of the page before")
    @Nullable
    String cursor;

    /** @param scope what the caller may see */
    Filter filter(Scope scope, Instant now) {
        return new Filter(
                scope,
                Query.oneOfIfGiven("status", status, CaseStatus.class),
                Query.plain("district", district),
                Query.oneOfIfGiven("source", source, CaseSource.class),
                Query.plain("externalNumber", externalNumber),
                Query.uuid("hazard", hazard),
                overdue == null ? null : now,
                ANY.equals(overdue) ? null : Query.oneOfIfGiven("overdue", overdue, Milestone.class));
    }

    int limit() {
        return Query.limit(limit);
    }

    @Nullable
    UUID cursor() {
        return Query.cursor(cursor);
    }
}
