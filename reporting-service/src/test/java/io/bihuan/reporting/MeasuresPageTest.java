package io.bihuan.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Reads the worked example off {@code docs/measures.md} and lets the service compute it. */
@QuarkusTest
class MeasuresPageTest extends RealPartsTest {

    private static final Path PAGE = Path.of("../docs/measures.md");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Pattern MOMENT = Pattern.compile("### May 2026, as of (.*)");
    private static final int MEASURES = 19;

    /** Keeps decimals as they are written. */
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @Test
    void everyWorkedExampleOfThePageComesOutOfTheService() throws IOException {
        List<String> page = Files.readAllLines(PAGE).stream()
                .takeWhile(line -> !line.equals("# What is inspected and taught"))
                .toList();
        String district = Kept.freshDistrict();
        List<Life> lives = lives(page, district);
        assertThat(lives).hasSize(11);
        tell(lives);

        Map<String, Map<String, String>> examples = examples(page);
        assertThat(examples).hasSize(3);
        examples.forEach((moment, values) -> {
            JsonNode total = total(district, moment);
            assertThat(values).as("measures as of %s", moment).hasSize(MEASURES);
            assertThat(total.size()).as("measures in the answer").isEqualTo(MEASURES);
            values.forEach((measure, value) -> {
                JsonNode answered = total.required(measure);
                assertThat(answered.isNull() ? "—" : answered.decimalValue().toPlainString())
                        .as("%s as of %s", measure, moment)
                        .isEqualTo(value);
            });
        });
    }

    private static List<Life> lives(List<String> page, String district) {
        Map<String, Life> lives = new LinkedHashMap<>();
        for (String line : page) {
            List<String> cells = cells(line);
            if (cells.size() == 4 && cells.get(0).matches("[A-Z]")) {
                Life life = lives.computeIfAbsent(cells.get(0), name -> Life.in(district));
                String at = instant(cells.get(2));
                switch (cells.get(1)) {
                    case "found" -> life.found(at);
                    case "assigned" -> life.assigned(at, instant(cells.get(3)));
                    case "assigned, for 3,200.50 CNY, with a contingency plan and interim controls" ->
                        life.ordering("3200.50", true, true).assigned(at, instant(cells.get(3)));
                    case "rectified" -> life.rectified(at);
                    case "escalated" -> life.escalated(at);
                    case "returned" -> life.returned(at, instant(cells.get(3)));
                    case "closed" -> life.closed(at);
                    case "merged" -> life.merged(at);
                    case "voided" -> life.voided(at);
                    case "reopened" -> life.reopened(at, instant(cells.get(3)));
                    default -> throw new IllegalArgumentException(line);
                }
            }
        }
        return List.copyOf(lives.values());
    }

    private static Map<String, Map<String, String>> examples(List<String> page) {
        Map<String, Map<String, String>> examples = new LinkedHashMap<>();
        Map<String, String> current = new LinkedHashMap<>();
        for (String line : page) {
            Matcher moment = MOMENT.matcher(line);
            if (moment.matches()) {
                current = new LinkedHashMap<>();
                examples.put(instant(moment.group(1)), current);
            } else if (line.startsWith("| `")) {
                List<String> cells = cells(line);
                current.put(cells.get(0).split("`", -1)[1], cells.get(cells.size() - 1));
            }
        }
        return examples;
    }

    private static JsonNode total(String district, String moment) {
        String json = given().queryParam("parent", district)
                .queryParam("from", "2026-05-01")
                .queryParam("to", "2026-05-31")
                .queryParam("asOf", moment)
                .get("/api/reports/districts")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        try {
            return EXACT.readTree(json).required("total");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
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
