package io.bihuan.reporting;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bihuan.reporting.Oracle.Asked;
import io.bihuan.reporting.testing.Event;
import io.bihuan.reporting.testing.Kept;
import io.bihuan.reporting.testing.Life;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RankingsTest extends RealPartsTest {

    private static final String RANKINGS = "/api/reports/rankings";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final long SEED = 20260601;
    private static final int LIVES = 1_500;

    /** What the rules that come with the product say, written once more. */
    private static final Map<String, Integer> WEIGHTS = Map.of("MAJOR", 10, "SERIOUS", 5, "GENERAL", 2, "MINOR", 1);

    private static final Map<String, Integer> POINTS =
            Map.of("overdueNow", 40, "overdueEver", 20, "escalated", 15, "returned", 15, "open", 10);

    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final String root = Kept.freshDistrict();

    @Test
    void aNaiveRecomputationAgreesWithEveryScoreAtAnyMoment() throws IOException {
        List<String> register =
                Stream.of("", "01", "0101", "02", "0303").map(end -> root + end).toList();
        List<String> districts = Stream.of("01", "0101", "0101001", "0102", "02", "0303", "0399")
                .map(end -> root + end)
                .toList();
        onFile(register);
        RandomLives chance = new RandomLives(new Random(SEED), districts);
        List<Life> lives = Stream.generate(chance::next).limit(LIVES).toList();
        tell(lives);
        Oracle oracle = new Oracle(
                lives.stream().map(Life::said).toList(),
                lives.stream().collect(toMap(Life::hazard, Life::escalations)),
                Set.copyOf(register),
                null);

        for (String day : List.of("2026-01-20", "2026-02-28", "2026-03-15", "2026-04-30")) {
            for (String period : List.of(day, day.substring(0, 7))) {
                LocalDate first = LocalDate.parse(day).withDayOfMonth(1);
                LocalDate last = period.length() == 7 ? first.plusMonths(1).minusDays(1) : LocalDate.parse(day);
                for (String parent : List.of(root, root + "01")) {
                    assertThat(scores("districts", period, parent))
                            .as("districts of %s in %s, seed %d", parent, period, SEED)
                            .isEqualTo(districtScores(oracle, parent, first, last));
                    assertThat(scores("units", period, parent))
                            .as("units of %s in %s, seed %d", parent, period, SEED)
                            .isEqualTo(unitScores(oracle, parent, first, last));
                }
            }
        }
    }

    @Test
    void oneOfThemIsShownWithTheNumbersOfItsHazards() {
        Life open = Life.in(root).by("某餐馆").found("2026-05-02T01:00:00Z");
        tell(
                open,
                Life.in(root)
                        .by("某供热公司")
                        .found("2026-05-02T02:00:00Z")
                        .assigned("2026-05-02T03:00:00Z", "2026-05-20T00:00:00Z")
                        .rectified("2026-05-03T03:00:00Z")
                        .closed("2026-05-03T04:00:00Z"));
        rank("units", "2026-05-03", root)
                .body("items.code", is(List.of("某供热公司", "某餐馆")))
                .body("items[1].deductions[0].numbers", nullValue());
        given().queryParam("of", "units")
                .queryParam("period", "2026-05-03")
                .queryParam("parent", root)
                .queryParam("item", "某餐馆")
                .header("Accept-Language", "en")
                .get(RANKINGS)
                .then()
                .body("items.size()", is(1))
                .body("items[0].place", is(2))
                .body("items[0].score", is(90.0f))
                .body("items[0].deductions.size()", is(1))
                .body("items[0].deductions[0].cause", is("OPEN"))
                .body("items[0].deductions[0].text", is("Not closed"))
                .body("items[0].deductions[0].numbers", is(List.of("N-" + open.hazard())));
    }

    @Test
    void hazardsThatNobodyHasBeenAssignedAreNoUnitsAndADistrictsOwnAreNoParts() {
        onFile(List.of(root));
        tell(Life.in(root).by("某餐馆").found("2026-05-02T01:00:00Z"));
        rank("districts", "2026-05", root).body("items.size()", is(0)).body("ranked", is(0));
    }

    @Test
    void theTagStaysAsLongAsTheRankingDoes() {
        Life life = Life.in(root).by("某餐馆").found("2026-06-30T01:00:00Z");
        tell(life);
        clock.set("2026-07-01T00:00:00Z");
        String tag = rank("units", "2026-06-30", root).extract().header("ETag");
        assertThat(tag).startsWith("W/");
        clock.set("2026-07-01T00:01:00Z");
        String running = rank("units", "2026-07", root).extract().header("ETag");
        clock.set("2026-07-01T00:02:00Z");
        assertThat(rank("units", "2026-07", root).extract().header("ETag")).isEqualTo(running);
        given().queryParam("of", "units")
                .queryParam("period", "2026-06-30")
                .queryParam("parent", root)
                .header("If-None-Match", tag)
                .get(RANKINGS)
                .then()
                .statusCode(304)
                .header("Cache-Control", containsString("no-cache"))
                .header("Vary", containsString("Accept-Language"));
        tell(life.assigned("2026-06-30T02:00:00Z", "2026-06-30T03:00:00Z"));
        assertThat(rank("units", "2026-06-30", root).extract().header("ETag")).isNotEqualTo(tag);
        clock.set("2026-07-01T00:00:00Z");
    }

    @Test
    void itLeavesAsATableWithWhatEachCauseCosts() {
        onFile(List.of(root, root + "01", root + "02"));
        tell(Life.in(root + "01").by("=1+1").found("2026-05-02T01:00:00Z"));
        assertThat(file("districts", "text/csv", "en").asString())
                .contains("Place,Code,Name,Found,Score,Less: not rectified past the deadline")
                .contains("1," + root + "01,区划" + root + "01,1,90.00,—,—,—,—,10.00,")
                .contains("—," + root + "02,区划" + root + "02,0,—,—,—,—,—,—,");
        assertThat(file("units", "text/csv", "zh").asString()).contains("名次").contains("1,'=1+1,'=1+1,1,90.00");
        assertThat(file("units", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "zh")
                        .asByteArray())
                .startsWith('P', 'K');
    }

    private Response file(String of, String type, String language) {
        return given().queryParam("of", of)
                .queryParam("period", "2026-05")
                .queryParam("parent", root)
                .accept(type)
                .header("Accept-Language", language)
                .get(RANKINGS)
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    @ParameterizedTest
    @CsvSource({
        "of, '', 2026-05",
        "of, cities, 2026-05",
        "period, units, ''",
        "period, units, 2026-W18",
        "period, units, 2026-Q2",
        "period, units, 2025/2026",
        "period, units, May"
    })
    void aWrongParameterIsNamedOnce(String name, String one, String other) {
        boolean of = name.equals("of");
        given().queryParam("of", one)
                .queryParam("period", other)
                .get(RANKINGS)
                .then()
                .statusCode(400)
                .body("violations.field", is(List.of(of ? "of" : "period")))
                .body("violations[0].message", not(containsString("ranking.")));
    }

    @Test
    void aFilterThatRankingsDoNotHaveIsRefused() {
        given().queryParam("of", "units")
                .queryParam("period", "2026-05")
                .queryParam("grade", "MAJOR")
                .get(RANKINGS)
                .then()
                .statusCode(400)
                .body("violations.field", is(List.of("grade")));
    }

    @Test
    void aDistrictThatNobodyKnowsIsNotFound() {
        given().queryParam("of", "units")
                .queryParam("period", "2026-05")
                .queryParam("parent", "NOBODY")
                .get(RANKINGS)
                .then()
                .statusCode(404);
    }

    private void onFile(List<String> register) {
        for (String code : register) {
            topics.send(Event.ofDistrict(code, 1, "区划" + code));
            kept.awaitDistrict(code, 1);
        }
    }

    private static Map<String, String> districtScores(Oracle oracle, String parent, LocalDate first, LocalDate last) {
        Map<String, Map<String, Map<String, String>>> byPart = new TreeMap<>();
        for (String grade : WEIGHTS.keySet()) {
            oracle.answer(asked(parent, first, last, grade, null)).forEach((part, measures) -> {
                if (!part.isEmpty() && !part.equals(parent)) {
                    byPart.computeIfAbsent(part, none -> new TreeMap<>()).put(grade, measures);
                }
            });
        }
        Map<String, String> scores = new TreeMap<>();
        byPart.forEach((part, byGrade) -> scores.put(part, score(byGrade)));
        return scores;
    }

    private static Map<String, String> unitScores(Oracle oracle, String parent, LocalDate first, LocalDate last) {
        Map<String, String> scores = new TreeMap<>();
        for (String unit : RandomLives.UNITS) {
            Map<String, Map<String, String>> byGrade = new TreeMap<>();
            for (String grade : WEIGHTS.keySet()) {
                byGrade.put(
                        grade,
                        oracle.answer(asked(parent, first, last, grade, unit)).getOrDefault("", Map.of()));
            }
            String score = score(byGrade);
            if (!score.equals("—")) {
                scores.put(unit, score);
            }
        }
        return scores;
    }

    private static Asked asked(String parent, LocalDate first, LocalDate last, String grade, @Nullable String unit) {
        Instant from = first.minusMonths(2).atStartOfDay(ZONE).toInstant();
        Instant to = last.plusDays(1).atStartOfDay(ZONE).toInstant();
        return new Asked(parent, from, to, to.minusNanos(1_000), grade, null, null, unit, null);
    }

    private static String score(Map<String, Map<String, String>> byGrade) {
        BigDecimal found = weighed(byGrade, "found");
        if (found.signum() == 0) {
            return "—";
        }
        BigDecimal score = new BigDecimal("100.00");
        for (Map.Entry<String, Integer> cause : POINTS.entrySet()) {
            score = score.subtract(new BigDecimal(cause.getValue())
                    .multiply(weighed(byGrade, cause.getKey()))
                    .divide(found, 2, RoundingMode.HALF_UP));
        }
        return score.toPlainString();
    }

    private static BigDecimal weighed(Map<String, Map<String, String>> byGrade, String measure) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<String, Map<String, String>> grade : byGrade.entrySet()) {
            sum = sum.add(new BigDecimal(WEIGHTS.getOrDefault(grade.getKey(), 0))
                    .multiply(new BigDecimal(grade.getValue().getOrDefault(measure, "0"))));
        }
        return sum;
    }

    /** Scores by code; on the way, that places follow from them and that the deductions add up. */
    private static Map<String, String> scores(String of, String period, String parent) throws IOException {
        JsonNode items =
                EXACT.readTree(rank(of, period, parent).extract().asString()).required("items");
        Map<String, String> scores = new TreeMap<>();
        List<BigDecimal> ranked = new ArrayList<>();
        for (JsonNode item : items) {
            JsonNode score = item.required("score");
            scores.put(
                    item.required("code").asText(),
                    score.isNull() ? "—" : score.decimalValue().toPlainString());
            if (!score.isNull()) {
                BigDecimal lost = BigDecimal.ZERO;
                for (JsonNode deduction : item.required("deductions")) {
                    lost = lost.add(deduction.required("points").decimalValue());
                }
                assertThat(score.decimalValue().add(lost)).isEqualByComparingTo("100");
                ranked.add(score.decimalValue());
                assertThat(item.required("place").asLong())
                        .isEqualTo(1
                                + ranked.stream()
                                        .filter(each -> each.compareTo(score.decimalValue()) > 0)
                                        .count());
            }
        }
        return scores;
    }

    private static ValidatableResponse rank(String of, String period, String parent) {
        return given().queryParam("of", of)
                .queryParam("period", period)
                .queryParam("parent", parent)
                .get(RANKINGS)
                .then()
                .statusCode(200);
    }
}
