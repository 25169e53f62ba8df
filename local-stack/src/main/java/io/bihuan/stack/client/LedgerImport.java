package io.bihuan.stack.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What became of an imported ledger.
 *
 * @param rows how many rows the file has
 * @param created rows that became new hazards
 * @param updated rows that brought further steps of known hazards
 * @param unchanged rows that brought nothing new
 * @param failed rows that could not be used
 * @param errors each as row, field and reason
 */
public record LedgerImport(int rows, int created, int updated, int unchanged, int failed, List<String> errors) {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /**
     * Uploads a ledger and waits until every row has been dealt with.
     *
     * @param hazards the hazard-service
     * @param mapping what its columns mean; null for a ledger that the product exported itself
     * @param progress told now and then how far it is
     * @throws UnexpectedException when the ledger is refused or the import ends otherwise than done
     */
    public static LedgerImport of(Api hazards, Path ledger, @Nullable Path mapping, Consumer<String> progress)
            throws IOException {
        var boundary = "bihuan-" + UUID.randomUUID();
        var accepted = hazards.post(
                "/api/imports",
                "multipart/form-data; boundary=" + boundary,
                BodyPublishers.ofByteArray(multipart(boundary, ledger, mapping)));
        if (accepted.status() != 202) {
            throw new UnexpectedException("POST /api/imports", "202 Accepted", accepted.toString());
        }
        var job = URI.create(accepted.location()).getPath();
        var shown = new int[] {-1};
        var end = Waiting.until(
                PATIENCE,
                "GET " + job,
                "state DONE",
                () -> {
                    var now = hazards.get(job);
                    int done = now.body().path("done").asInt();
                    if (done / 1000 > shown[0]) {
                        shown[0] = done / 1000;
                        progress.accept(done + " of " + now.body().path("rows").asInt() + " rows");
                    }
                    return now;
                },
                now -> now.status() != 200 || List.of("DONE", "FAILED").contains(state(now)));
        if (end.status() != 200 || !state(end).equals("DONE")) {
            throw new UnexpectedException("GET " + job, "state DONE", end.toString());
        }
        return read(end.body());
    }

    @Override
    public String toString() {
        return "%d rows: %d created, %d updated, %d unchanged, %d failed"
                .formatted(rows, created, updated, unchanged, failed);
    }

    private static String state(Api.Answer answer) {
        return answer.body().path("state").asText();
    }

    private static LedgerImport read(JsonNode job) {
        var errors = StreamSupport.stream(job.path("errors").spliterator(), false)
                .map(error -> "row " + error.path("row").asText() + ", "
                        + error.path("field").asText() + ": "
                        + error.path("message").asText())
                .toList();
        return new LedgerImport(
                job.path("rows").asInt(),
                job.path("created").asInt(),
                job.path("updated").asInt(),
                job.path("unchanged").asInt(),
                job.path("failed").asInt(),
                errors);
    }

    private static byte[] multipart(String boundary, Path ledger, @Nullable Path mapping) throws IOException {
        var body = new ByteArrayOutputStream();
        part(body, boundary, "file", ledger);
        if (mapping != null) {
            part(body, boundary, "mapping", mapping);
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static void part(ByteArrayOutputStream body, String boundary, String name, Path file) throws IOException {
        var fileName = file.getFileName().toString().replace("\"", "%22");
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\""
                        + fileName + "\"\r\nContent-Type: " + contentType(fileName) + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(Files.readAllBytes(file));
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static String contentType(String fileName) {
        if (fileName.endsWith(".csv")) {
            return "text/csv";
        }
        if (fileName.endsWith(".xlsx")) {
            return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        }
        if (fileName.endsWith(".json")) {
            return "application/json";
        }
        if (fileName.endsWith(".yaml") || fileName.endsWith(".yml")) {
            return "application/yaml";
        }
        return "application/octet-stream";
    }
}
