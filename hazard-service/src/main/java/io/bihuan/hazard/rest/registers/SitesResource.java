package io.bihuan.hazard.rest.registers;

import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.registers.Register.Page;
import io.bihuan.hazard.registers.Site;
import io.bihuan.hazard.registers.SiteEntry;
import io.bihuan.hazard.registers.Sites;
import io.bihuan.hazard.rest.Call;
import io.bihuan.hazard.rest.Once;
import io.bihuan.hazard.rest.Query;
import io.bihuan.hazard.rest.Times;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The register of sites 检查对象. */
@Path(SitesResource.PATH)
@Tag(name = "Registers", description = "What is on file")
class SitesResource {

    static final String PATH = "/api/sites";

    private final Sites sites;
    private final Once once;
    private final Call call;
    private final Times times;

    SitesResource(Sites sites, Once once, Call call, Times times) {
        this.sites = sites;
        this.once = once;
        this.call = call;
        this.times = times;
    }

    /** One page of a list. */
    @Schema(name = "SiteList")
    record SiteList(
            List<SiteView> items,

            @Schema(description = "Pass it as cursor for the next page; null after the last") @Nullable
            String nextCursor) {}

    @GET
    @Operation(
            summary = "The sites 检查对象 on file, in the order of their codes",
            description = "Filters are combined with AND.")
    public SiteList list(
            @BeanParam SiteParameters which,
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Parameter(description = "1 to 500", schema = @Schema(implementation = Integer.class))
                    String limit,
            @QueryParam("cursor") @Parameter(description = "nextCursor of the page before") @Nullable String cursor) {
        Page<Site> page = sites.page(which.filter(), cursor, Query.limit(limit));
        return new SiteList(page.items().stream().map(SiteView::of).toList(), page.nextCursor());
    }

    @POST
    @Operation(summary = "Takes a site on file")
    @APIResponse(
            responseCode = "201",
            description = "The site; Location names it",
            content = @Content(schema = @Schema(implementation = SiteView.class)))
    public Response add(@NotNull @Valid SiteEntry entry) {
        return once.answer(entry, () -> Registered.added(sites.add(entry, times.live(null)), PATH, SiteView::of));
    }

    @GET
    @Path("{code}")
    @Operation(summary = "One site as it now stands on file", description = "Its ETag is its version.")
    @APIResponseSchema(SiteView.class)
    public Response get(String code, @Context Request request) {
        return Registered.shown(onFile(code), request, SiteView::of);
    }

    @PUT
    @Path("{code}")
    @Operation(
            summary = "Puts a site on file under this code, in place of what stood there",
            description = "What the body leaves out is empty afterwards. The code itself never changes.")
    @APIResponseSchema(SiteView.class)
    @APIResponse(
            responseCode = "201",
            description = "It is new on file; Location names it",
            content = @Content(schema = @Schema(implementation = SiteView.class)))
    public Response put(String code, @NotNull @Valid SiteEntry entry) {
        return once.answer(
                entry,
                () -> Registered.put(sites.put(code, entry, call.versions(), times.live(null)), PATH, SiteView::of));
    }

    private Site onFile(String code) {
        return sites.find(code).orElseThrow(() -> new NotOnRecord("site", code));
    }
}
