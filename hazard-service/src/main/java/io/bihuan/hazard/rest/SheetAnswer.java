package io.bihuan.hazard.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers with a sheet, as XLSX unless the client prefers CSV, written while it is sent. */
@ApplicationScoped
public class SheetAnswer {

    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String CSV = "text/csv";

    private static final List<MediaType> FORMS = List.of(MediaType.valueOf(XLSX), MediaType.valueOf(CSV));

    private final HttpHeaders headers;
    private final Times times;
    private final ZoneId zone;

    SheetAnswer(HttpHeaders headers, Times times, @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.headers = headers;
        this.times = times;
        this.zone = zone;
    }

    /** Writes the sheet. */
    @FunctionalInterface
    public interface Writing {
        void to(OutputStream out, boolean workbook) throws IOException;
    }

    /**
     * The answer.
     *
     * @param title the beginning of the file's name, before the date
     */
    public Response of(String title, Writing writing) {
        MediaType form = headers.getAcceptableMediaTypes().stream()
                .flatMap(accepted -> FORMS.stream().filter(accepted::isCompatible))
                .findFirst()
                .orElseThrow(NotAcceptableException::new);
        boolean workbook = form.equals(FORMS.get(0));
        String date = times.now().atZone(zone).toLocalDate().toString();
        String suffix = "-" + date + (workbook ? ".xlsx" : ".csv");
        StreamingOutput body = out -> writing.to(out, workbook);
        return Response.ok(body, workbook ? form : form.withCharset(StandardCharsets.UTF_8.name()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"ledger%s\"; filename*=UTF-8''%s%s"
                                .formatted(
                                        suffix,
                                        URLEncoder.encode(title, StandardCharsets.UTF_8)
                                                .replace("+", "%20"),
                                        suffix))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
