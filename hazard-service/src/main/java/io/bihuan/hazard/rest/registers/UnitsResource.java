package io.bihuan.hazard.rest.registers;

import io.bihuan.access.CurrentPerson;
import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.registers.Register.Page;
import io.bihuan.hazard.registers.RegisteredUnit;
import io.bihuan.hazard.registers.RegisteredUnits;
import io.bihuan.hazard.registers.UnitEntry;
import io.bihuan.hazard.rest.Call;
import io.bihuan.hazard.rest.Discretion;
import io.bihuan.hazard.rest.Once;
import io.bihuan.hazard.rest.Query;
import io.bihuan.hazard.rest.Times;
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

/** The register of responsible units 责任单位. */
@Path(UnitsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Registers", description = "What is on file")
class UnitsResource {

    static final String PATH = "/api/units";

    private final RegisteredUnits units;
    private final Once once;
    private final Call call;
    private final Times times;
    private final Sheets sheets;
    private final Discretion discretion;
    private final CurrentPerson current;

    UnitsResource(
            RegisteredUnits units,
            Once once,
            Call call,
            Times times,
            Sheets sheets,
            CurrentPerson current,
            Discretion discretion) {
        this.current = current;
        this.units = units;
        this.once = once;
        this.call = call;
        this.times = times;
        this.sheets = sheets;
        this.discretion = discretion;
    }

    /** One page of a list. */
    @Schema(name = "UnitList")
    record UnitList(
            List<UnitView> items,

            @Schema(description = "Pass it as cursor for the next page; null after the last") @Nullable
            String nextCursor) {}

    @GET
    @Operation(
            summary = "The responsible units 责任单位 on file, in the order of their codes",
            description = "Filters are combined with AND.")
    public UnitList listUnits(
            @BeanParam UnitParameters which,
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Parameter(description = "1 to 500", schema = @Schema(implementation = Integer.class))
                    String limit,
            @QueryParam("cursor") @Parameter(description = "nextCursor of the page before") @Nullable String cursor) {
        Page<RegisteredUnit> page = units.page(which.filter(current.scope()), cursor, Query.limit(limit));
        return new UnitList(page.items().stream().map(this::view).toList(), page.nextCursor());
    }

    @POST
    @Operation(
            summary = "Takes a responsible unit on file",
            description = "Without a code of the office's own, the Unified Social Credit Code is the code.")
    @APIResponse(
            responseCode = "201",
            description = "The responsible unit; Location names it",
            content = @Content(schema = @Schema(implementation = UnitView.class)))
    public Response addUnit(@NotNull @Valid UnitEntry entry) {
        return once.answer(entry, () -> Registered.added(units.add(entry, times.live()), PATH, this::view));
    }

    @POST
    @Path("import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Takes a sheet of units on file, row by row", description = """
                    Each row is put on file under its code; one that cannot be is reported and stops nothing else. A column
                    that the sheet does not have leaves what is on file as it is, an empty cell empties it. At most 20,000
                    rows. The export has all columns; their names in a request are accepted as headings too.""")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = SheetForm.Parts.class)))
    @APIResponseSchema(RegisterImportView.class)
    public Response importUnits(MultipartFormDataInput form) {
        return sheets.enter(units, form);
    }

    @GET
    @Path("export")
    @Produces({Sheets.CSV, Sheets.XLSX})
    @Operation(
            summary = "The units on file as a sheet",
            description =
                    "CSV or an XLSX workbook, by Accept. What goes out can be imported again, and changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The sheet, with Chinese headings",
            content = {
                @Content(mediaType = Sheets.CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Sheets.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response exportUnits(@BeanParam UnitParameters which, @Context Request request) {
        return sheets.write(units, which.filter(current.scope()), "units", request);
    }

    @GET
    @Path("{code}")
    @Operation(summary = "One responsible unit as it now stands on file", description = "Its ETag is its version.")
    @APIResponseSchema(UnitView.class)
    public Response showUnit(String code, @Context Request request) {
        return Registered.shown(onFile(code), request, this::view);
    }

    @PUT
    @Path("{code}")
    @Operation(
            summary = "Puts a responsible unit on file under this code, in place of what stood there",
            description = "What the body leaves out is empty afterwards. The code itself never changes.")
    @APIResponseSchema(UnitView.class)
    @APIResponse(
            responseCode = "201",
            description = "It is new on file; Location names it",
            content = @Content(schema = @Schema(implementation = UnitView.class)))
    public Response replaceUnit(String code, @NotNull @Valid UnitEntry entry) {
        return once.answer(
                entry, () -> Registered.put(units.put(code, entry, call.versions(), times.live()), PATH, this::view));
    }

    private UnitView view(RegisteredUnit unit) {
        return UnitView.of(unit, discretion);
    }

    private RegisteredUnit onFile(String code) {
        return units.find(code, current.scope()).orElseThrow(() -> new NotOnRecord("unit", code));
    }
}
