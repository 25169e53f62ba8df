package io.bihuan.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bihuan.stack.Stack;
import io.bihuan.stack.client.Tokens;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * The sample ledger multiplied, handed in, taken out in both forms and handed in again. The service has the heap that the
 * stack gives it.
 */
final class LargeLedger {

    /** A prefecture that no other test uses. */
    private static final String DISTRICT = "6323";

    private static final Duration PATIENCE = Duration.ofHours(1);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final String address;
    private final Tokens tokens;
    private final Path folder;
    private final int rows;

    LargeLedger(Stack stack, Path folder, int rows) {
        this.address = "http://127.0.0.1:" + stack.ports().hazard();
        this.tokens = Tokens.from(stack.ports().identity());
        this.folder = folder;
        this.rows = rows;
    }

    /** Takes it in as a foreign ledger, out as ours, and in again. */
    void goThrough() throws IOException, InterruptedException {
        var name = "large-" + UUID.randomUUID();
        var taken = submit(multiplied(), mapping(name), "taken in");
        assertThat(taken.path("created").asInt()).isEqualTo(rows);
        for (var form : List.of("text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")) {
            var again = submit(exported(form), null, "unchanged from " + form);
            assertThat(again.path("rows").asInt()).isEqualTo(rows);
            assertThat(again.path("unchanged").asInt()).as(again.toString()).isEqualTo(rows);
        }
    }

    /** The sample's rows again and again, each with a number of its own. */
    private Path multiplied() throws IOException {
        var sample = Files.readAllLines(SampleLedger.FILE);
        var file = folder.resolve("large.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(sample.get(0) + "\n");
            for (int row = 0; row < rows; row++) {
                var line = sample.get(1 + row % (sample.size() - 1));
                out.write((20_000_000 + row) + line.substring(line.indexOf(',')) + "\n");
            }
        }
        return file;
    }

    /** That of the sample, but for the ledger's name and districts that are ours alone. */
    private Path mapping(String ledger) throws IOException {
        var text = Files.readString(SampleLedger.MAPPING)
                .replace("ledger: hpd-violations", "ledger: " + ledger)
                .replace(
                        "{1: NYC1, 2: NYC2, 3: NYC3, 4: NYC4, 5: NYC5}",
                        "{1: \"632301\", 2: \"632322\", 3: \"632323\", 4: \"632324\", 5: \"632301\"}");
        return Files.writeString(folder.resolve("large.mapping.yaml"), text);
    }

    private JsonNode submit(Path file, @Nullable Path mapping, String what) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        var form = BodyPublishers.concat(
                mapping == null ? BodyPublishers.noBody() : part("mapping", mapping),
                part("file", file),
                BodyPublishers.ofString("\r\n--edge--\r\n"));
        var accepted = client.send(
                request(URI.create(address + "/api/imports"))
                        .header("Content-Type", "multipart/form-data; boundary=edge")
                        .POST(form)
                        .build(),
                BodyHandlers.ofString());
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        var job = URI.create(address + "/api/imports/"
                + json.readTree(accepted.body()).path("id").asText());
        var ended = Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> read(job), each -> !List.of("QUEUED", "RUNNING")
                        .contains(each.path("state").asText()));
        report(what, begun, file);
        return ended;
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + tokens.of("admin"));
    }

    private Path exported(String form) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        var file = folder.resolve("exported-" + form.length());
        var answer = client.send(
                request(URI.create(address + "/api/hazards/export?district=" + DISTRICT))
                        .header("Accept", form)
                        .build(),
                BodyHandlers.ofFile(file));
        assertThat(answer.statusCode()).isEqualTo(200);
        report("exported as " + form, begun, file);
        return file;
    }

    private JsonNode read(URI job) throws IOException, InterruptedException {
        return json.readTree(
                client.send(request(job).build(), BodyHandlers.ofString()).body());
    }

    private static BodyPublisher part(String name, Path file) throws IOException {
        return BodyPublishers.concat(
                BodyPublishers.ofString("\r\n--edge\r\nContent-Disposition: form-data; name=\"" + name
                        + "\"; filename=\"" + file.getFileName() + "\"\r\n\r\n"),
                BodyPublishers.ofFile(file));
    }

    private void report(String what, long begun, Path file) throws IOException {
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "%d rows %s in %.1f s, %.0f rows/s, file of %d KiB, load average %.1f%n",
                rows,
                what,
                seconds,
                rows / seconds,
                Files.size(file) / 1024,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
