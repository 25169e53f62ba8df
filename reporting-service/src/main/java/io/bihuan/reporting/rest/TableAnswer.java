package io.bihuan.reporting.rest;

import io.bihuan.reporting.tables.Form;
import io.bihuan.reporting.tables.Labels;
import io.bihuan.reporting.tables.Table;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers with a report as JSON, as an XLSX workbook or as CSV, whichever the client prefers. A resource says {@code
 * @Produces({MediaType.APPLICATION_JSON, TableAnswer.XLSX, TableAnswer.CSV})} and gives {@link Asking} its table.
 */
@ApplicationScoped
class TableAnswer {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String CSV = "text/csv";

    private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE;
    private static final MediaType WORKBOOK = MediaType.valueOf(XLSX);
    private static final MediaType TEXT = MediaType.valueOf(CSV);
    private static final List<Variant> FORMS =
            Variant.mediaTypes(JSON, WORKBOOK, TEXT).build();

    private final Texts texts;
    private final InstantSource clock;
    private final ZoneId zone;

    TableAnswer(Texts texts, InstantSource clock, @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.texts = texts;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * The answer, or 304 if the client has it already.
     *
     * @param tag tells whether the figures are still the same; each form has its own
     */
    Response.ResponseBuilder of(Request request, EntityTag tag, Supplier<Object> json, Supplier<Table> table) {
        Variant asked = request.selectVariant(FORMS);
        MediaType type = asked == null ? JSON : asked.getMediaType();
        Form form = type.equals(JSON) ? null : type.equals(WORKBOOK) ? Form.XLSX : Form.CSV;
        Locale language = texts.language();
        EntityTag own = form == null ? tag : new EntityTag(tag.getValue() + "-" + form + "-" + language, tag.isWeak());
        Response.ResponseBuilder answer = request.evaluatePreconditions(own);
        if (answer == null) {
            answer = form == null ? Response.ok(json.get(), JSON) : file(table.get(), form, language);
            answer.tag(own);
        }
        return answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE);
    }

    private Response.ResponseBuilder file(Table table, Form form, Locale language) {
        StreamingOutput body = out -> form.write(table, language, out);
        String name = new Labels(language).title(table) + "-"
                + clock.instant().atZone(zone).toLocalDate() + "."
                + form.name().toLowerCase(Locale.ROOT);
        return Response.ok(body, form == Form.XLSX ? WORKBOOK : TEXT.withCharset(StandardCharsets.UTF_8.name()))
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.named(name))
                .header("X-Content-Type-Options", "nosniff");
    }
}
