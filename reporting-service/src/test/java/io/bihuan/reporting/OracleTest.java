package io.bihuan.reporting;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bihuan.reporting.Oracle.Asked;
import io.bihuan.reporting.Oracle.Moved;
import io.bihuan.reporting.facts.Ledger;
import io.bihuan.reporting.facts.Owed;
import io.bihuan.reporting.facts.Question;
import io.bihuan.reporting.statistics.Figures;
import io.bihuan.reporting.testing.Event;
import io.bihuan.reporting.testing.Kept;
import io.bihuan.reporting.testing.Life;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random lives, told with repetitions and out of order, measured by the service and by an {@link Oracle}. */
@QuarkusTest
class OracleTest extends RealPartsTest {

    private static final int LIVES = 10_000;
    private static final int QUESTIONS = 200;
    private static final long SEED = 20260503;

    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @Inject
    Ledger ledger;

    private final Random random = new Random(SEED);

    @Test
    void aNaiveRecomputationAgreesWithEveryMeasureAtAnyMomentDistrictAndFilter() throws IOException, SQLException {
        String root = Kept.freshDistrict();
        List<String> register =
                Stream.of("", "01", "0101", "02", "0303").map(end -> root + end).toList();
        String otherRegion = "97" + root;
        List<String> districts = Stream.concat(
                        Stream.of("", "01", "0101", "0101001", "0102", "02", "0303", "0399")
                                .map(end -> root + end),
                        Stream.of(otherRegion))
                .toList();
        for (String code : register) {
            topics.send(Event.ofDistrict(code, 1, "区划" + code));
            kept.awaitDistrict(code, 1);
        }
        Moved moved = new Moved(root + "0101", root + "0304", Instant.parse("2026-02-20T16:00:00Z"));
        topics.send(Event.ofMove(moved.from(), 2, moved.into(), moved.since().toString()));
        kept.awaitMove(moved.from());
        RandomLives chance = new RandomLives(random, districts);
        List<Life> lives = Stream.generate(chance::next).limit(LIVES).toList();
        topics.send(disordered(lives));
        kept.awaitLives(lives);

        assertThat(lives).anySatisfy(life -> assertThat(life.escalations()).hasSizeGreaterThan(1));
        Oracle oracle = new Oracle(
                lives.stream().map(Life::said).toList(),
                lives.stream().collect(toMap(Life::hazard, Life::escalations)),
                Set.copyOf(register),
                moved);
        List<Instant> moments = lives.stream()
                .flatMap(life -> Stream.concat(
                        life.escalations().stream(),
                        life.said().stream()
                                .flatMap(
                                        said -> Stream.of(said.at(), said.dueAt() == null ? said.at() : said.dueAt()))))
                .toList();
        for (int i = 0; i < QUESTIONS; i++) {
            Asked asked = question(districts, moments);
            Map<String, Map<String, String>> answer = oracle.answer(asked);
            assertThat(ask(asked))
                    .as("seed %d, question %d: %s", SEED, i, asked)
                    .isEqualTo(answer);
            Map<String, String> total = Objects.requireNonNull(answer.get(""));
            assertThat(trend(asked, "found"))
                    .as("seed %d, trend %d: %s", SEED, i, asked)
                    .isEqualTo(new BigDecimal(Objects.requireNonNull(total.get("found"))));
            String count = any(Oracle.COUNTS);
            assertThat(listed(asked, count))
                    .as("seed %d, %s of question %d: %s", SEED, count, i, asked)
                    .isEqualTo(Integer.parseInt(Objects.requireNonNull(total.get(count))));
            if (asked.from() != null) {
                assertThat(owed(asked))
                        .as("seed %d, units of question %d: %s", SEED, i, asked)
                        .isEqualTo(lookedAt(asked));
            }
        }
    }

    /** What units owe, mostly by totals. */
    private Map<Owed, Figures> owed(Asked asked) throws SQLException {
        Map<Owed, Figures> figures = new HashMap<>();
        ledger.owed(ofDistrict(asked)).forEach((owed, hazards) -> figures.put(owed, Figures.of(hazards)));
        figures.values().removeIf(Figures.NONE::equals);
        return figures;
    }

    /** The same by a look at each hazard, which the other questions have proved. */
    private Map<Owed, Figures> lookedAt(Asked asked) throws SQLException {
        Map<Owed, Figures> figures = new HashMap<>(ledger.by(
                hazard -> new Owed(hazard.district(), hazard.unit(), hazard.unitName(), hazard.grade()),
                ofDistrict(asked)));
        figures.values().removeIf(Figures.NONE::equals);
        return figures;
    }

    private static Question ofDistrict(Asked asked) {
        return Question.in(asked.parent(), asked.asOf()).found(asked.from(), asked.to());
    }

    /** The sum of a trend's points over the whole time, in steps of any length. */
    private BigDecimal trend(Asked asked, String metric) throws IOException {
        String from = asked.from() == null ? "2025-12-01" : null;
        JsonNode answer = get(
                "/api/reports/trend",
                "district",
                asked,
                from,
                "metric",
                metric,
                "by",
                any(List.of("day", "week", "month")));
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode point : answer.required("points")) {
            sum = sum.add(point.required("value").decimalValue());
        }
        return sum;
    }

    /** How many different hazards the service lists behind a count, in order and page by page. */
    private int listed(Asked asked, String count) throws IOException {
        Set<String> hazards = new HashSet<>();
        String before = "";
        String cursor = "";
        do {
            JsonNode page =
                    get("/api/reports/hazards", "parent", asked, null, "of", count, "limit", "400", "cursor", cursor);
            for (JsonNode item : page.required("items")) {
                assertThat(hazards.add(item.required("hazardId").asText())).isTrue();
                assertThat(item.required("foundAt").asText()).isGreaterThanOrEqualTo(before);
                before = item.required("foundAt").asText();
            }
            cursor = page.required("nextCursor").asText("");
        } while (!cursor.isEmpty());
        return hazards.size();
    }

    private static JsonNode get(String path, String district, Asked asked, @Nullable String from, String... more)
            throws IOException {
        var request = given().queryParam(district, asked.parent())
                .queryParam("asOf", asked.asOf().toString());
        filters(asked).forEach(request::queryParam);
        if (from != null) {
            request.queryParam("from", from);
        }
        for (int i = 0; i < more.length; i += 2) {
            request.queryParam(more[i], more[i + 1]);
        }
        return EXACT.readTree(request.get(path).then().statusCode(200).extract().asString());
    }

    private static Map<String, String> filters(Asked asked) {
        Map<String, @Nullable Object> filters = new TreeMap<>();
        filters.put("from", asked.from());
        filters.put("to", asked.to());
        filters.put("grade", asked.grade());
        filters.put("category", asked.category());
        filters.put("source", asked.source());
        filters.put("unit", asked.unit());
        filters.put("campaign", asked.campaign());
        Map<String, String> given = new TreeMap<>();
        filters.forEach((name, value) -> {
            if (value != null) {
                given.put(name, value.toString());
            }
        });
        return given;
    }

    /** All events in any order, every fourth of them twice. */
    private List<Event> disordered(List<Life> lives) {
        List<Event> events = new ArrayList<>();
        lives.forEach(life -> events.addAll(life.events()));
        events.addAll(events.stream().filter(event -> random.nextInt(4) == 0).toList());
        Collections.shuffle(events, random);
        return events;
    }

    private Asked question(List<String> districts, List<Instant> moments) {
        Instant one = any(moments);
        Instant other = any(moments);
        boolean ordered = one.isBefore(other);
        return new Asked(
                any(districts),
                random.nextInt(3) == 0 ? (ordered ? one : other) : null,
                random.nextInt(3) == 0 ? (ordered ? other : one) : null,
                any(moments).plus(random.nextInt(3) - 1L, ChronoUnit.MICROS),
                sometimes(RandomLives.GRADES),
                sometimes(RandomLives.CATEGORIES),
                sometimes(RandomLives.SOURCES),
                random.nextInt(8) == 0 ? any(RandomLives.UNITS) : null,
                random.nextInt(8) == 0 ? any(RandomLives.CAMPAIGNS) : null);
    }

    private static Map<String, Map<String, String>> ask(Asked asked) throws IOException {
        JsonNode answer = get("/api/reports/districts", "parent", asked, null);
        Map<String, Map<String, String>> measures = new TreeMap<>();
        measures.put("", measures(answer.required("total")));
        answer.required("items")
                .forEach(item -> measures.put(item.required("districtCode").asText(), measures(item)));
        return measures;
    }

    private static Map<String, String> measures(JsonNode figures) {
        Map<String, String> measures = new TreeMap<>();
        figures.properties().forEach(measure -> {
            if (!measure.getKey().equals("districtCode") && !measure.getKey().equals("name")) {
                JsonNode value = measure.getValue();
                measures.put(
                        measure.getKey(),
                        value.isNull() ? "null" : value.decimalValue().toPlainString());
            }
        });
        return measures;
    }

    private @Nullable String sometimes(List<String> choices) {
        return random.nextInt(4) == 0 ? any(choices) : null;
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
