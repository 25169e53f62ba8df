package io.bihuan.stack.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bihuan.stack.client.Api;
import io.bihuan.stack.client.Tokens;
import io.bihuan.stack.client.UnexpectedException;
import io.bihuan.stack.client.Waiting;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "verify-history",
        description = {
            "Verifies that the history 历史 is what was recorded: recomputes every hash, follows every chain and holds every day",
            "against its seal 封存. Says which row, hazard or day does not hold, in Chinese and English."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the history is what was recorded",
            "1:something is wrong with it, or it could not be verified"
        })
final class VerifyHistory implements Callable<Integer> {

    private static final String PATH = "/api/history/verifications";
    private static final Duration PATIENCE = Duration.ofHours(2);
    private static final List<String> LANGUAGES = List.of("zh-CN", "en");

    @Mixin
    private final Help help = new Help();

    @Option(
            names = "--seals",
            paramLabel = "FILE",
            description =
                    "Seals that were kept elsewhere, to be compared: what GET /api/history/seals answered, all pages of it one"
                            + " after the other.")
    private @Nullable Path seals;

    @Override
    public Integer call() throws IOException {
        Map<String, Object> body = seals == null ? Map.of() : Map.of("seals", kept(seals));
        var ports = Here.running().ports();
        var hazards =
                new Api(ports.hazard()).as(() -> Tokens.from(ports.identity()).of("admin"));
        var path = started(hazards, body);
        var end = Waiting.until(
                PATIENCE,
                "GET " + path,
                "an end",
                () -> hazards.get(path),
                now -> now.status() != 200 || now.body().hasNonNull("endedAt"));
        if (!end.body().path("state").asText().equals("DONE")) {
            throw new UnexpectedException("verifying the history", "state DONE", end.toString());
        }
        print(LANGUAGES.stream()
                .map(language -> hazards.get(path, language).body())
                .toList());
        return end.body().path("wrong").asLong() == 0 ? 0 : 1;
    }

    private static String started(Api hazards, Map<String, Object> body) {
        var accepted = hazards.post(PATH, body);
        if (accepted.status() != 202) {
            throw new UnexpectedException("POST " + PATH, "202 Accepted", accepted.toString());
        }
        return URI.create(accepted.location()).getPath();
    }

    /** The same verification in each language. */
    private static void print(List<JsonNode> told) {
        for (var kind : List.of("findings", "remarks")) {
            for (int i = 0; i < told.get(0).path(kind).size(); i++) {
                for (var verification : told) {
                    System.out.println(
                            verification.path(kind).path(i).path("message").asText());
                }
            }
        }
        var verification = told.get(0);
        long shown = verification.path("findings").size();
        long wrong = verification.path("wrong").asLong();
        if (wrong > shown) {
            System.out.printf("… 另有 %1$d 项未列出 / and %1$d more%n", wrong - shown);
        }
        System.out.printf(
                "已校验 %1$d 行、%2$d 个日封存，%3$d 行尚未封存：%4$s%n"
                        + "%1$d rows and %2$d seals verified, %3$d rows not sealed yet: %5$s%n",
                verification.path("rows").asLong(),
                verification.path("seals").asLong(),
                verification.path("unsealed").asLong(),
                wrong == 0 ? "历史记录完好" : "发现 " + wrong + " 项问题",
                wrong == 0 ? "the history is what was recorded" : "findings: " + wrong);
    }

    /** The seals of a file: of pages, of lists, or one by one. */
    private static List<JsonNode> kept(Path file) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IllegalArgumentException("there is no file to read at " + file.toAbsolutePath());
        }
        var seals = new ArrayList<JsonNode>();
        try (MappingIterator<JsonNode> values =
                new ObjectMapper().readerFor(JsonNode.class).readValues(file.toFile())) {
            while (values.hasNextValue()) {
                var value = values.nextValue();
                var items = value.has("items") ? value.path("items") : value;
                if (items.isArray()) {
                    items.forEach(seals::add);
                } else {
                    seals.add(items);
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "no seals can be read from " + file.toAbsolutePath() + ": " + e.getOriginalMessage(), e);
        }
        if (seals.isEmpty()) {
            throw new IllegalArgumentException("there are no seals in " + file.toAbsolutePath());
        }
        return seals;
    }
}
