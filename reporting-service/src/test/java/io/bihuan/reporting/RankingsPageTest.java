package io.bihuan.reporting;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bihuan.reporting.testing.Event;
import io.bihuan.reporting.testing.Kept;
import io.bihuan.reporting.testing.Life;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Reads the worked example off {@code docs/rankings.md} and lets the service rank it. */
@QuarkusTest
class RankingsPageTest extends RealPartsTest {

    private static final Path PAGE = Path.of("../docs/rankings.md");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int DISTRICTS = 5;

    /** Keeps decimals as they are written. */
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final String parent = Kept.freshDistrict();
    private final Map<String, Life> lives = new LinkedHashMap<>();

    @Test
    void everyPlaceScoreAndDeductionOfThePageComesOutOfTheService() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        Files.readAllLines(PAGE).forEach(line -> {
            List<String> cells = cells(line);
            if (cells.size() == 6 && cells.get(0).matches("\\d\\d")) {
                step(cells);
            } else if (cells.size() == 9 && cells.get(1).matches("\\d\\d")) {
                rows.add(cells);
            }
        });
        assertThat(rows).hasSize(DISTRICTS);
        register();
        tell(List.copyOf(lives.values()));

        String body = given().queryParam("of", "districts")
                .queryParam("period", "2026-05")
                .queryParam("parent", parent)
                .get("/api/reports/rankings")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        List<List<String>> ranked = new ArrayList<>();
        for (JsonNode item : EXACT.readTree(body).required("items")) {
            ranked.add(row(item));
        }
        assertThat(ranked).isEqualTo(rows);
    }

    private void step(List<String> cells) {
        Life life = lives.computeIfAbsent(
                cells.get(1), name -> Life.in(parent + cells.get(0)).being(cells.get(2), "PIPELINE", "INSPECTION"));
        String at = instant(cells.get(4));
        switch (cells.get(3)) {
            case "found" -> life.found(at);
            case "assigned" -> life.assigned(at, instant(cells.get(5)));
            case "rectified" -> life.rectified(at);
            case "returned" -> life.returned(at, instant(cells.get(5)));
            case "closed" -> life.closed(at);
            case "escalated" -> life.escalated(at);
            default -> throw new IllegalArgumentException(cells.toString());
        }
    }

    private void register() {
        topics.send(Event.ofDistrict(parent, 1, "某市"));
        kept.awaitDistrict(parent, 1);
        for (int i = 1; i <= DISTRICTS; i++) {
            String code = parent + "0" + i;
            topics.send(Event.ofDistrict(code, 1, "第" + i + "区"));
            kept.awaitDistrict(code, 1);
        }
    }

    private List<String> row(JsonNode item) {
        List<String> row = new ArrayList<>(List.of(
                text(item.required("place")),
                item.required("code").asText().substring(parent.length()),
                item.required("found").asText(),
                text(item.required("score"))));
        for (String cause : List.of("OVERDUE_NOW", "OVERDUE_EVER", "ESCALATED", "RETURNED", "OPEN")) {
            row.add(StreamSupport.stream(item.required("deductions").spliterator(), false)
                    .filter(each -> each.required("cause").asText().equals(cause))
                    .map(this::deduction)
                    .collect(joining())
                    .transform(text -> text.isEmpty() ? "—" : text));
        }
        return row;
    }

    /** Its points, and the letters of the hazards that its call lists. */
    private String deduction(JsonNode deduction) {
        List<String> hazards = given().urlEncodingEnabled(false)
                .get(deduction.required("query").asText())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.hazardId", String.class);
        assertThat(hazards).hasSize(deduction.required("hazards").asInt());
        return text(deduction.required("points")) + ": "
                + lives.entrySet().stream()
                        .filter(life ->
                                hazards.contains(life.getValue().hazard().toString()))
                        .map(Map.Entry::getKey)
                        .collect(joining(" "));
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "—" : value.decimalValue().toPlainString();
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        if (line.startsWith("|") && line.endsWith("|")) {
            for (String cell : line.substring(1, line.length() - 1).split("\\|", -1)) {
                cells.add(cell.strip());
            }
        }
        return cells;
    }

    private static String instant(String local) {
        return LocalDateTime.parse(local.replace(' ', 'T'))
                .atZone(ZONE)
                .toInstant()
                .toString();
    }
}
