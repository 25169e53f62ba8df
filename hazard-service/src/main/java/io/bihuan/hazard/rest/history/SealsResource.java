package io.bihuan.hazard.rest.history;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.proof.Seal;
import io.bihuan.hazard.proof.Seals;
import io.bihuan.hazard.rest.Query;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The seals, for whoever keeps them elsewhere. */
@Path("/api/history/seals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "History 历史", description = "Proof that the history is what was recorded")
class SealsResource {

    private final Seals seals;

    SealsResource(Seals seals) {
        this.seals = seals;
    }

    /** One page of a list. */
    @Schema(name = "SealList")
    record SealList(
            List<SealView> items,

            @Schema(description = "Pass it as cursor for the next page; null after the last") @Nullable
            LocalDate nextCursor) {}

    @GET
    @Operation(summary = "Lists the daily seals over the history, the oldest first", description = """
                    A seal is made when a local day is over, of a day without rows too, and never changes. Keep them where whoever has
                    the database cannot reach them: a verification compares them. The ETag of a page is the hash of its last seal.""")
    @APIResponseSchema(SealList.class)
    @APIResponse(responseCode = "304", description = "The page is that of the ETag in If-None-Match")
    public Response listSeals(
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Parameter(description = "1 to 500", schema = @Schema(implementation = Integer.class))
                    String limit,
            @QueryParam("cursor") @Parameter(description = "nextCursor of the page before") @Nullable String cursor,
            @Context Request request) {
        int most = Query.limit(limit);
        List<Seal> found = seals.after(day(cursor), most + 1);
        List<Seal> page = found.subList(0, Math.min(most, found.size()));
        Seal last = page.isEmpty() ? null : page.get(page.size() - 1);
        EntityTag tag = new EntityTag(last == null ? "" : last.hash() + (found.size() > most ? "+" : ""));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged != null
                        ? unchanged
                        : Response.ok(new SealList(
                                page.stream().map(SealView::of).toList(),
                                last != null && found.size() > most ? last.day() : null)))
                .tag(tag)
                .cacheControl(askedAgain())
                .build();
    }

    private static @Nullable LocalDate day(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(cursor);
            if (day.getYear() >= 1 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeException e) {
            // refused below, as are years that the database does not know
        }
        throw new Refusal("cursor", "cursor.malformed");
    }

    private static CacheControl askedAgain() {
        CacheControl control = new CacheControl();
        control.setNoCache(true);
        return control;
    }
}
