package io.bihuan.hazard.rest.hazards;

import io.bihuan.access.CurrentPerson;
import io.bihuan.hazard.ledger.Sheet;
import io.bihuan.hazard.ledger.Wording;
import io.bihuan.hazard.registers.District;
import io.bihuan.hazard.registers.Districts;
import io.bihuan.hazard.rest.Discretion;
import io.bihuan.hazard.rest.Messages;
import io.bihuan.hazard.rest.SheetAnswer;
import io.bihuan.hazard.search.Filter;
import io.bihuan.hazard.search.Order;
import io.bihuan.hazard.search.Search;
import io.bihuan.hazard.sheets.SheetWriter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The ledger 台账 to take away. */
@Path("/api/hazards/export")
@Tag(name = "Hazards 隐患")
class LedgerResource {

    private final Search search;
    private final Districts districts;
    private final Messages messages;
    private final SheetAnswer answer;
    private final Discretion discretion;
    private final CurrentPerson current;
    private final ZoneId zone;

    LedgerResource(
            Search search,
            Districts districts,
            Messages messages,
            SheetAnswer answer,
            Discretion discretion,
            CurrentPerson current,
            @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.search = search;
        this.districts = districts;
        this.messages = messages;
        this.answer = answer;
        this.discretion = discretion;
        this.current = current;
        this.zone = zone;
    }

    @GET
    @Produces({SheetAnswer.XLSX, SheetAnswer.CSV})
    @Operation(
            summary = "The ledger 台账 as a sheet, XLSX or CSV",
            description =
                    "All hazards that the list's filters let through, one row each, in Chinese or English. Imported"
                            + " again without a mapping it changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The sheet, streamed",
            content = {
                @Content(mediaType = SheetAnswer.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = SheetAnswer.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        example = "隐患编号,区划代码,区划,…\n630102-2026-000017,630102,城东区,…")
            })
    public Response exportLedger(@BeanParam FilterParameters parameters) {
        Filter filter = parameters.filter(current.scope());
        Order order = parameters.order();
        Wording wording = Wording.of(messages.language());
        Sheet ledger = new Sheet(
                wording,
                zone,
                districts.childrenOf(null).stream().collect(Collectors.toMap(District::code, District::name)),
                discretion.mayCall());
        return answer.of(wording.title(), (out, workbook) -> write(ledger, wording, filter, order, out, workbook));
    }

    private void write(Sheet ledger, Wording wording, Filter filter, Order order, OutputStream out, boolean workbook)
            throws IOException {
        try (SheetWriter sheet = workbook ? SheetWriter.xlsx(out, wording.title()) : SheetWriter.csv(out)) {
            sheet.header(ledger.headings());
            search.each(filter, order, hazard -> {
                try {
                    sheet.row(ledger.row(hazard));
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            });
        }
    }
}
