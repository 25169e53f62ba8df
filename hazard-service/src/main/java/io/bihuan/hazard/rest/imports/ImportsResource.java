package io.bihuan.hazard.rest.imports;

import io.bihuan.access.CurrentPerson;
import io.bihuan.hazard.intake.Correction;
import io.bihuan.hazard.intake.Imports;
import io.bihuan.hazard.ledger.Wording;
import io.bihuan.hazard.rest.Answer;
import io.bihuan.hazard.rest.Messages;
import io.bihuan.hazard.rest.Once;
import io.bihuan.hazard.rest.SheetAnswer;
import io.bihuan.hazard.rest.imports.LedgerForm.Ledger;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** The imports of ledgers. */
@Path("/api/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports 台账导入", description = "Ledgers that were kept elsewhere")
class ImportsResource {

    private final Imports imports;
    private final Correction correction;
    private final SheetAnswer sheets;
    private final Once once;
    private final Messages messages;
    private final CurrentPerson current;
    private final MemorySize largestFile;

    ImportsResource(
            Imports imports,
            Correction correction,
            SheetAnswer sheets,
            Once once,
            Messages messages,
            CurrentPerson current,
            @ConfigProperty(name = "bihuan.imports.largest-file") MemorySize largestFile) {
        this.imports = imports;
        this.correction = correction;
        this.sheets = sheets;
        this.once = once;
        this.messages = messages;
        this.current = current;
        this.largestFile = largestFile;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Imports a ledger 台账", description = """
                    The file and its mapping are checked at once: a wrong header, or a mapping that names no such column, is
                    refused and nothing is stored. The rows are then entered in the background, each on its own: a broken row
                    is reported and stops nothing else. A row is one hazard, by the mapping's ledger and its external number:
                    importing it again changes nothing, and when its life has gone on the new steps are added with their own
                    past times. A row that contradicts what is on record is reported as an error.""")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = LedgerForm.Parts.class)))
    @APIResponse(
            responseCode = "202",
            description = "Taken in; Location names the import",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response importLedger(MultipartFormDataInput form) {
        Ledger ledger = LedgerForm.read(form, largestFile.asLongValue());
        Imports.Checked checked = imports.check(ledger.file()::open, ledger.mapping());
        return once.answer(ledger.fingerprint(), () -> {
            ImportView view = ImportView.of(checked.submit(current.get(), current.scope()), messages);
            return Answer.accepted("/api/imports/" + view.id(), view);
        });
    }

    @GET
    @Path("{id}/errors")
    @Produces({SheetAnswer.XLSX, SheetAnswer.CSV})
    @Operation(
            summary = "The rows of an import that failed, as a sheet to correct",
            description =
                    "They stand as they came, all columns in their order, with a column 错误 (Errors) behind. Corrected,"
                            + " the sheet is sent again with the same mapping, which does not read that column. 404 once"
                            + " the file is erased because its time was over.")
    @APIResponse(
            responseCode = "200",
            description = "The sheet, streamed",
            content = {
                @Content(mediaType = SheetAnswer.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = SheetAnswer.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        example = "编号,等级,…,错误\n3,特别重大,…,grade: “特别重大”不在对照表中（列：等级）")
            })
    public Response exportErrors(UUID id) {
        imports.progress(id, current.get());
        imports.demandFile(id);
        Locale language = messages.language();
        Wording wording = Wording.of(language);
        return sheets.of(
                wording.errors(),
                (out, workbook) -> correction.write(
                        id,
                        out,
                        workbook,
                        wording,
                        (reason, arguments) -> Messages.text(language, reason, arguments.toArray())));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "How far an import has come")
    public ImportView showImport(UUID id) {
        return ImportView.of(imports.progress(id, current.get()), messages);
    }
}
