package io.bihuan.hazard.rest.registers;

import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.registers.CheckItem;
import io.bihuan.hazard.registers.CheckItemEntry;
import io.bihuan.hazard.registers.CheckItems;
import io.bihuan.hazard.registers.Register.Page;
import io.bihuan.hazard.rest.Call;
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

/** The register of check items 检查项. */
@Path(CheckItemsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Registers", description = "What is on file")
class CheckItemsResource {

    static final String PATH = "/api/check-items";

    private final CheckItems checkItems;
    private final Once once;
    private final Call call;
    private final Times times;
    private final Sheets sheets;

    CheckItemsResource(CheckItems checkItems, Once once, Call call, Times times, Sheets sheets) {
        this.checkItems = checkItems;
        this.once = once;
        this.call = call;
        this.times = times;
        this.sheets = sheets;
    }

    /** One page of a list. */
    @Schema(name = "CheckItemList")
    record CheckItemList(
            List<CheckItemView> items,

            @Schema(description = "Pass it as cursor for the next page; null after the last") @Nullable
            String nextCursor) {}

    @GET
    @Operation(
            summary = "The check items 检查项 on file, in the order of their codes",
            description = "Filters are combined with AND.")
    public CheckItemList listCheckItems(
            @BeanParam CheckItemParameters which,
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Parameter(description = "1 to 500", schema = @Schema(implementation = Integer.class))
                    String limit,
            @QueryParam("cursor") @Parameter(description = "nextCursor of the page before") @Nullable String cursor) {
        Page<CheckItem> page = checkItems.page(which.filter(), cursor, Query.limit(limit));
        return new CheckItemList(page.items().stream().map(CheckItemView::of).toList(), page.nextCursor());
    }

    @POST
    @Path("import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Takes a sheet of check items on file, row by row", description = """
                    Each row is put on file under its code; one that cannot be is reported and stops nothing else. A column
                    that the sheet does not have leaves what is on file as it is, an empty cell empties it. At most 20,000
                    rows. The export has all columns; their names in a request are accepted as headings too.""")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = SheetForm.Parts.class)))
    @APIResponseSchema(RegisterImportView.class)
    public Response importCheckItems(MultipartFormDataInput form) {
        return sheets.enter(checkItems, form);
    }

    @GET
    @Path("export")
    @Produces({Sheets.CSV, Sheets.XLSX})
    @Operation(
            summary = "The check items on file as a sheet",
            description =
                    "CSV or an XLSX workbook, by Accept. What goes out can be imported again, and changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The sheet, with Chinese headings",
            content = {
                @Content(mediaType = Sheets.CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Sheets.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response exportCheckItems(@BeanParam CheckItemParameters which, @Context Request request) {
        return sheets.write(checkItems, which.filter(), "check-items", request);
    }

    @GET
    @Path("{code}")
    @Operation(summary = "One check item as it now stands on file", description = "Its ETag is its version.")
    @APIResponseSchema(CheckItemView.class)
    public Response showCheckItem(String code, @Context Request request) {
        return Registered.shown(onFile(code), request, CheckItemView::of);
    }

    @PUT
    @Path("{code}")
    @Operation(
            summary = "Puts a check item on file under this code, in place of what stood there",
            description = "What the body leaves out is empty afterwards. The code itself never changes.")
    @APIResponseSchema(CheckItemView.class)
    @APIResponse(
            responseCode = "201",
            description = "It is new on file; Location names it",
            content = @Content(schema = @Schema(implementation = CheckItemView.class)))
    public Response replaceCheckItem(String code, @NotNull @Valid CheckItemEntry entry) {
        return once.answer(
                entry,
                () -> Registered.put(
                        checkItems.put(code, entry, call.versions(), times.live()), PATH, CheckItemView::of));
    }

    private CheckItem onFile(String code) {
        return checkItems.find(code).orElseThrow(() -> new NotOnRecord("checkItem", code));
    }
}
