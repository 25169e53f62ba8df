package io.bihuan.notification.rest.ladders;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.bihuan.notification.fixtures.OnRealParts;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnRealParts
class LaddersApiTest {

    private static final String LADDERS = "/api/notifications/ladders";
    private static final String MINOR = LADDERS + "/MINOR";

    private JsonPath before = new JsonPath("{}");

    @BeforeEach
    void rememberTheLadder() {
        before = given().get(MINOR).then().statusCode(200).extract().jsonPath();
    }

    @AfterEach
    void climbTheOldOneAgain() {
        put(Map.of("count", before.getString("count"), "rungs", before.getList("rungs")))
                .statusCode(200);
    }

    @Test
    void theLadderThatComesWithTheProductHasSevenStepsForEveryGrade() {
        given().get(LADDERS)
                .then()
                .statusCode(200)
                .body("items.grade", contains("MAJOR", "SERIOUS", "GENERAL", "MINOR"));
        given().get(LADDERS + "/MAJOR/versions/1")
                .then()
                .statusCode(200)
                .body("count", equalTo("CALENDAR"))
                .body(
                        "rungs.step",
                        contains(
                                "THREE_DAYS_BEFORE",
                                "DAY_BEFORE",
                                "DUE_DAY",
                                "REMIND",
                                "INTERVIEW",
                                "CIRCULAR",
                                "LISTED"))
                .body("rungs.days", contains(-3, -1, 0, 1, 3, 7, 15))
                .body("rungs[3].roles", contains("RESPONSIBLE", "UNIT_HEAD"))
                .body("rungs[3].at", equalTo("08:30"));
    }

    @Test
    void aCityEntersItsOwnAndEveryVersionStays() {
        int version = before.getInt("version");
        var own = rung("OWN_STEP", 1, 2, "09:15", List.of("SUPERVISOR", "LEADER"), "circular", "某某通报");

        put(version, Map.of("count", "WORKING", "rungs", List.of(own), "recordedBy", "市专班办公室"))
                .statusCode(200)
                .header("ETag", '"' + Integer.toString(version + 1) + '"')
                .body("version", equalTo(version + 1))
                .body("count", equalTo("WORKING"))
                .body("rungs[0]", equalTo(own))
                .body("recordedBy", equalTo("市专班办公室"));
        put(version + 1, Map.of("count", "WORKING", "rungs", List.of(own)))
                .statusCode(200)
                .body("version", equalTo(version + 1));
        put(version, Map.of("rungs", List.of(own)))
                .statusCode(412)
                .header("ETag", '"' + Integer.toString(version + 1) + '"');

        given().get(MINOR + "/versions")
                .then()
                .body("items", hasSize(version + 1))
                .body("items[0].version", equalTo(version + 1));
        given().get(MINOR + "/versions/" + version).then().body("rungs", equalTo(before.getList("rungs")));
        given().get(MINOR + "/versions/999").then().statusCode(404).body("detail", equalTo("没有这一版督办阶梯。"));
        given().get(LADDERS + "/HUGE").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | template | dayAfter | rungs[1].template | 没有可用于隐患的短信模板 dayAfter；可用：",
                "1 | template | digest | rungs[1].template | 没有可用于隐患的短信模板 digest；可用：",
                "1 | step | remind | rungs[1].step | 应为大写字母、数字和下划线",
                "1 | step | DAY_BEFORE | rungs[1].step | 步骤代码 DAY_BEFORE 重复",
                "1 | level | 2 | rungs[1].level | 此处的级别应为 0, 1：",
                "2 | level | 1 | rungs[2].level | 此处的级别应为 2：",
                "2 | days | 1 | rungs[2].days | 必须晚于前一步骤",
                "0 | days | 1 | rungs[0].days | 提醒（级别 0）不能晚于到期日",
                "1 | days | 0 | rungs[1].days | 升级步骤不能早于到期日的次日",
                "2 | days | 367 | rungs[2].days | 应在到期日前后 366 天之内",
                "2 | document | '' | rungs[2].document | 文书名称应有 1 至 40 个字符",
            })
    void whatIsNoLadderIsRefusedByName(int which, String field, String value, String refused, String message) {
        var rungs = threeSteps();
        rungs.get(which).put(field, value.matches("-?[0-9]+") ? Integer.valueOf(value) : value);

        put(Map.of("rungs", rungs))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItems(refused))
                .body("violations.find { it.field == '%s' }.message".formatted(refused), startsWith(message));
    }

    @Test
    void aRoleThatDoesNotExistIsRefusedByNameAndWhatIsMissingToo() {
        var rungs = threeSteps();
        rungs.get(1).put("roles", List.of("SUPERVISOR", "KING"));
        put(Map.of("rungs", rungs))
                .statusCode(400)
                .body("violations[0].field", equalTo("rungs[1].roles[1]"))
                .body("violations[0].message", containsString("LEADER"));

        rungs.get(1).put("roles", List.of());
        put(Map.of("rungs", rungs)).statusCode(400).body("violations.field", contains("rungs[1].roles"));

        rungs.get(1).remove("roles");
        rungs.get(2).remove("at");
        put(Map.of("rungs", rungs)).statusCode(400).body("violations.field", contains("rungs[1].roles", "rungs[2].at"));
        rungs = threeSteps();
        rungs.get(1).put("document", "甲\u0000");
        rungs.get(2).put("at", "24:00");
        put(Map.of("rungs", rungs)).statusCode(400).body("violations.field", contains("rungs[2].at"));
        rungs.get(2).put("at", "23:59");
        put(Map.of("rungs", rungs)).statusCode(400).body("violations.field", contains("rungs[1].document"));
        put(Map.of("rungs", List.of())).statusCode(400).body("violations.field", contains("rungs"));
        put(Map.of("rungs", threeSteps(), "speed", 1)).statusCode(400).body("violations.field", contains("speed"));
        put(Map.of("count", "LUNAR", "rungs", threeSteps()))
                .statusCode(400)
                .body("violations.field", contains("count"));
    }

    private static List<Map<String, @Nullable Object>> threeSteps() {
        var steps = new ArrayList<Map<String, @Nullable Object>>();
        steps.add(rung("DAY_BEFORE", 0, -1, "08:30", List.of("RESPONSIBLE"), "dayBefore", null));
        steps.add(rung("REMIND", 1, 1, "08:30", List.of("RESPONSIBLE"), "remind", "督促提醒函"));
        steps.add(rung("INTERVIEW", 2, 3, "08:30", List.of("SUPERVISOR"), "interview", null));
        return steps;
    }

    private static Map<String, @Nullable Object> rung(
            String step,
            int level,
            int days,
            String at,
            List<String> roles,
            String template,
            @Nullable String document) {
        var rung = new HashMap<String, @Nullable Object>();
        rung.put("step", step);
        rung.put("level", level);
        rung.put("days", days);
        rung.put("at", at);
        rung.put("roles", roles);
        rung.put("template", template);
        rung.put("document", document);
        return rung;
    }

    private ValidatableResponse put(Map<String, ?> body) {
        return put(null, body);
    }

    private static ValidatableResponse put(@Nullable Integer version, Map<String, ?> body) {
        var request = given().contentType("application/json").body(body);
        return (version == null ? request : request.header("If-Match", '"' + version.toString() + '"'))
                .put(MINOR)
                .then();
    }
}
