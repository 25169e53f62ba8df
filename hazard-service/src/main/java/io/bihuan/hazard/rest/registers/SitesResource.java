package io.bihuan.hazard.rest.registers;

import io.bihuan.access.CurrentPerson;
import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.inspection.Inspections;
import io.bihuan.hazard.registers.Register.Page;
import io.bihuan.hazard.registers.RegisteredUnits;
import io.bihuan.hazard.registers.Site;
import io.bihuan.hazard.registers.SiteEntry;
import io.bihuan.hazard.registers.Sites;
import io.bihuan.hazard.rest.Call;
import io.bihuan.hazard.rest.Discretion;
import io.bihuan.hazard.rest.Once;
import io.bihuan.hazard.rest.Query;
import io.bihuan.hazard.rest.Times;
import io.bihuan.hazard.search.SiteHazards;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/** The register of sites 检查对象. */
@Path(SitesResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Registers", description = "What is on file")
class SitesResource {

    static final String PATH = "/api/sites";

    private static final int MOST_INSPECTIONS = 10;

    private final Sites sites;
    private final RegisteredUnits units;
    private final SiteHazards hazards;
    private final Inspections inspections;
    private final Once once;
    private final Call call;
    private final Times times;
    private final Sheets sheets;
    private final Discretion discretion;
    private final CurrentPerson current;

    SitesResource(
            Sites sites,
            RegisteredUnits units,
            SiteHazards hazards,
            Inspections inspections,
            Once once,
            Call call,
            Times times,
            Sheets sheets,
            CurrentPerson current,
            Discretion discretion) {
        this.current = current;
        this.sites = sites;
        this.units = units;
        this.hazards = hazards;
        this.inspections = inspections;
        this.once = once;
        this.call = call;
        this.times = times;
        this.sheets = sheets;
        this.discretion = discretion;
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
    public SiteList listSites(
            @BeanParam SiteParameters which,
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Parameter(description = "1 to 500", schema = @Schema(implementation = Integer.class))
                    String limit,
            @QueryParam("cursor") @Parameter(description = "nextCursor of the page before") @Nullable String cursor) {
        Page<Site> page = sites.page(which.filter(current.scope()), cursor, Query.limit(limit));
        return new SiteList(page.items().stream().map(this::view).toList(), page.nextCursor());
    }

    @POST
    @Operation(summary = "Takes a site on file")
    @APIResponse(
            responseCode = "201",
            description = "The site; Location names it",
            content = @Content(schema = @Schema(implementation = SiteView.class)))
    public Response addSite(@NotNull @Valid SiteEntry entry) {
        return once.answer(entry, () -> Registered.added(sites.add(entry, times.live()), PATH, this::view));
    }

    @POST
    @Path("import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Takes a sheet of sites on file, row by row", description = """
                    Each row is put on file under its code; one that cannot be is reported and stops nothing else. A column
                    that the sheet does not have leaves what is on file as it is, an empty cell empties it. At most 20,000
                    rows. The export has all columns; their names in a request are accepted as headings too.""")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = SheetForm.Parts.class)))
    @APIResponseSchema(RegisterImportView.class)
    public Response importSites(MultipartFormDataInput form) {
        return sheets.enter(sites, form);
    }

    @GET
    @Path("export")
    @Produces({Sheets.CSV, Sheets.XLSX})
    @Operation(
            summary = "The sites on file as a sheet",
            description =
                    "CSV or an XLSX workbook, by Accept. What goes out can be imported again, and changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The sheet, with Chinese headings",
            content = {
                @Content(mediaType = Sheets.CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Sheets.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response exportSites(@BeanParam SiteParameters which, @Context Request request) {
        return sheets.write(sites, which.filter(current.scope()), "sites", request);
    }

    @GET
    @Path("{code}")
    @Operation(summary = "One site as it now stands on file", description = "Its ETag is its version.")
    @APIResponseSchema(SiteView.class)
    public Response showSite(String code, @Context Request request) {
        return Registered.shown(onFile(code), request, this::view);
    }

    @GET
    @Path("{code}/file")
    @Operation(
            summary = "All that is on file of a site 一户一档",
            description =
                    "The site with its contacts, its unit, the hazards that were found there and the latest inspections.")
    public SiteFileView showSiteFile(String code) {
        Site site = onFile(code);
        UnitView unit = site.unitCode() == null
                ? null
                : units.find(site.unitCode())
                        .map(each -> UnitView.of(each, discretion))
                        .orElse(null);
        return SiteFileView.of(
                view(site),
                unit,
                hazards.of(code, current.scope()),
                inspections.ofSite(code, MOST_INSPECTIONS),
                times.now());
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
    public Response replaceSite(String code, @NotNull @Valid SiteEntry entry) {
        return once.answer(
                entry, () -> Registered.put(sites.put(code, entry, call.versions(), times.live()), PATH, this::view));
    }

    private SiteView view(Site site) {
        return SiteView.of(site, discretion);
    }

    private Site onFile(String code) {
        return sites.find(code, current.scope()).orElseThrow(() -> new NotOnRecord("site", code));
    }
}
