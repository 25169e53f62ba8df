package io.bihuan.stack.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
        return of(hazards, Upload.of(ledger), mapping == null ? null : Upload.of(mapping), progress);
    }

    /** The same of files that lie nowhere. */
    public static LedgerImport of(Api hazards, Upload ledger, @Nullable Upload mapping, Consumer<String> progress) {
        var accepted = hazards.upload(
                "/api/imports", mapping == null ? Map.of("file", ledger) : Map.of("file", ledger, "mapping", mapping));
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
}
