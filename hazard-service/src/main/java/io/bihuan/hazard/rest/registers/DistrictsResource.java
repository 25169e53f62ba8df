package io.bihuan.hazard.rest.registers;

import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.registers.District;
import io.bihuan.hazard.registers.DistrictEntry;
import io.bihuan.hazard.registers.DistrictFilter;
import io.bihuan.hazard.registers.DistrictMove;
import io.bihuan.hazard.registers.Districts;
import io.bihuan.hazard.rest.Answer;
import io.bihuan.hazard.rest.Call;
import io.bihuan.hazard.rest.Once;
import io.bihuan.hazard.rest.Query;
import io.bihuan.hazard.rest.Times;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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

/** The register of districts 行政区划. */
@Path(DistrictsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Registers", description = "What is on file")
class DistrictsResource {

    static final String PATH = "/api/districts";

    private final Districts districts;
    private final Once once;
    private final Call call;
    private final Times times;
    private final Sheets sheets;

    DistrictsResource(Districts districts, Once once, Call call, Times times, Sheets sheets) {
        this.districts = districts;
        this.once = once;
        this.call = call;
        this.times = times;
        this.sheets = sheets;
    }

    /** A list of districts. */
    @Schema(name = "DistrictList")
    record DistrictList(List<DistrictView> items) {}

    @GET
    @Operation(summary = "The districts on file, in the order of their codes")
    public DistrictList listDistricts(
            @QueryParam("parent")
                    @Parameter(description = "Only this district's own children", example = "6301")
                    @Nullable
                    String parent) {
        return new DistrictList(districts.childrenOf(Query.plain("parent", parent)).stream()
                .map(DistrictView::of)
                .toList());
    }

    @POST
    @Operation(
            summary = "Adds a district, or renames the one on file under its code",
            description = "The longest prefix of its code that is on file is its parent.")
    @APIResponse(
            responseCode = "201",
            description = "The district is new on file; Location names it",
            content = @Content(schema = @Schema(implementation = DistrictView.class)))
    @APIResponseSchema(DistrictView.class)
    public Response addDistrict(@NotNull @Valid DistrictEntry entry) {
        if (entry.code() == null) {
            throw new Refusal("code", "field.required");
        }
        return replaceDistrict(entry.code(), entry);
    }

    @POST
    @Path("import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Takes a sheet of districts on file, row by row", description = """
                    Each row is put on file under its code; one that cannot be is reported and stops nothing else. A column
                    that the sheet does not have leaves what is on file as it is, an empty cell empties it. At most 20,000
                    rows. The export has all columns; their names in a request are accepted as headings too.""")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = SheetForm.Parts.class)))
    @APIResponseSchema(RegisterImportView.class)
    public Response importDistricts(MultipartFormDataInput form) {
        return sheets.enter(districts, form);
    }

    @GET
    @Path("export")
    @Produces({Sheets.CSV, Sheets.XLSX})
    @Operation(
            summary = "The districts on file as a sheet",
            description =
                    "CSV or an XLSX workbook, by Accept. What goes out can be imported again, and changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The sheet, with Chinese headings",
            content = {
                @Content(mediaType = Sheets.CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Sheets.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response exportDistricts(@Context Request request) {
        return sheets.write(districts, new DistrictFilter(), "districts", request);
    }

    @GET
    @Path("{code}")
    @Operation(summary = "One district as it now stands on file", description = "Its ETag is its version.")
    @APIResponseSchema(DistrictView.class)
    public Response showDistrict(String code, @Context Request request) {
        return Registered.shown(
                districts.find(code).orElseThrow(() -> new NotOnRecord("district", code)), request, DistrictView::of);
    }

    @PUT
    @Path("{code}")
    @Operation(summary = "Puts a district on file under this code, or renames the one that stands there")
    @APIResponseSchema(DistrictView.class)
    @APIResponse(
            responseCode = "201",
            description = "It is new on file; Location names it",
            content = @Content(schema = @Schema(implementation = DistrictView.class)))
    public Response replaceDistrict(String code, @NotNull @Valid DistrictEntry entry) {
        return once.answer(
                entry,
                () -> Registered.put(
                        districts.put(code, entry, call.versions(), times.live()), PATH, DistrictView::of));
    }

    @POST
    @Path("{code}/moves")
    @Operation(
            summary = "Changes boundaries 区划调整: from a day on, a district stands under another code",
            description = """
                    Register the new code first, below its new parent. All districts on file below the old code move with it,
                    the old code at the beginning of theirs replaced by the new one; what is not on file under the new code yet
                    comes on file, named as before. A part that goes elsewhere, or went before, is moved first: it stays where
                    it went. Each district that moves is published as district.moved.
                    A code is given up once and for good. What is on file under it keeps it; what is found, held or received
                    from that day on is refused under it, with the code that took its place. Inspections of a site, and hazards
                    of a case, go on record under the code in use on their day, whatever the site's file or the case says.
                    Lists find by the code that stands on record.""")
    @APIResponseSchema(DistrictView.class)
    public Response moveDistrict(String code, @NotNull @Valid DistrictMove move) {
        return once.answer(move, () -> {
            District district = districts.move(code, move, call.versions(), times.live());
            return Answer.changed(district.version(), DistrictView.of(district));
        });
    }
}
