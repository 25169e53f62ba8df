package io.bihuan.notification.rest.texts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.bihuan.notification.fixtures.OnRealParts;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@OnRealParts
class TemplatesApiTest {

    private static final String TEMPLATES = "/api/notifications/templates";

    @Test
    void whatComesWithTheProductIsListedInBothLanguages() {
        given().get(TEMPLATES)
                .then()
                .statusCode(200)
                .body(
                        "items.name",
                        hasItems(
                                "threeDaysBefore",
                                "dayBefore",
                                "dueDay",
                                "remind",
                                "interview",
                                "circular",
                                "listed",
                                "digest",
                                "digestLine",
                                "dutyBefore",
                                "dutyAfter"))
                .body("items.find { it.name == 'interview' }.zh", startsWith("约谈："))
                .body("items.find { it.name == 'interview' }.en", startsWith("Interview:"));
        given().get(TEMPLATES + "/circular")
                .then()
                .statusCode(200)
                .body("current.subject", equalTo("HAZARD"))
                .body("placeholders.always", hasItems("number", "unit", "due"))
                .body("placeholders.sometimes", hasItems("about", "overdueDays", "document"))
                .body("editions[-1].version", equalTo(0))
                .body("editions[-1].own", equalTo(false));
    }

    @Test
    void anOfficeSaysItInItsOwnWordsAndEveryEditionStays() {
        // Nobody else's test sends this one.
        var name = TEMPLATES + "/threeDaysBefore";
        int before = version(name);

        put(name, before, Map.of("zh", "请整改 {number}", "en", "Rectify {number}", "recordedBy", "市专班办公室"))
                .statusCode(200)
                .header("ETag", '"' + Integer.toString(before + 1) + '"')
                .body("current.own", equalTo(true))
                .body("current.zh", equalTo("请整改 {number}"))
                .body("current.recordedBy", equalTo("市专班办公室"))
                .body("editions", hasSize(before + 2));
        put(name, before + 1, Map.of("zh", " 请整改 {number}\n", "en", "Rectify {number}"))
                .statusCode(200)
                .header("ETag", '"' + Integer.toString(before + 1) + '"');
        given().header("If-Match", '"' + Integer.toString(before + 1) + '"')
                .queryParam("recordedBy", "李主任")
                .delete(name)
                .then()
                .statusCode(200)
                .body("current.version", equalTo(before + 2))
                .body("current.own", equalTo(false))
                .body("current.zh", startsWith("{unit}："))
                .body("editions[0].recordedBy", equalTo("李主任"))
                .body("editions[1].zh", equalTo("请整改 {number}"));
        given().delete(name).then().statusCode(200).body("current.version", equalTo(before + 2));
    }

    @Test
    void ofTwoWhoChangeTheSameEditionOneIsToldThatItChanged() throws Exception {
        var name = TEMPLATES + "/" + ownName();
        put(name, 0, Map.of("zh", "一 {number}")).statusCode(200);

        put(name, 0, Map.of("zh", "二 {number}")).statusCode(412).header("ETag", "\"1\"");

        Callable<Integer> change = () -> given().contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(Map.of("zh", Thread.currentThread().getName() + " {number}"))
                .put(name)
                .statusCode();
        var two = Executors.newFixedThreadPool(2);
        try {
            var answers = two.invokeAll(List.of(change, change));

            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 412);
        } finally {
            two.shutdownNow();
        }
    }

    @Test
    void aTextThatCannotBeUsedIsRefusedByNameLineAndColumn() {
        var name = TEMPLATES + "/" + ownName();
        put(name, 0, Map.of("zh", "隐患\n{naame}", "en", "{number} {site}"))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", contains("zh", "en"))
                .body(
                        "violations[0].message",
                        equalTo("第 2 行第 1 列：没有占位符 naame；可用：about, district, document, due, grade, number, overdueDays,"
                                + " recipient, responsible, site, unit"))
                .body("violations[1].message", equalTo("第 1 行第 10 列：site 可能缺少；请写 {#if site}…{/if} 或 {site ?: '替代文字'}"));
        given().header("Accept-Language", "en")
                .contentType("application/json")
                .body(Map.of("zh", "{#for x in number}{x}{/for}"))
                .put(name)
                .then()
                .statusCode(400)
                .body(
                        "violations[0].message",
                        equalTo("line 1, column 1: only {#if}, {#else} and {/if} may be used, not {#for x in number}"));
        put(name, 0, Map.of("zh", "x", "mood", "y")).statusCode(400).body("violations.field", contains("mood"));
        put(name, 0, Map.of("en", "x")).statusCode(400).body("violations.field", contains("zh"));
        put(TEMPLATES + "/Bad-Name", 0, Map.of("zh", "x")).statusCode(400).body("violations.field", contains("name"));
        given().get(name).then().statusCode(404).body("detail", equalTo("没有这个短信模板。"));
        given().urlEncodingEnabled(false).get(TEMPLATES + "/a%00b").then().statusCode(404);
        put(name, 0, Map.of("zh", "x", "recordedBy", "甲\u0000"))
                .statusCode(400)
                .body("violations.field", contains("recordedBy"))
                .body("violations.message", contains("不得含有换行或其他控制字符"));
        given().delete(name).then().statusCode(404);
    }

    @Test
    void aDigestAndADutySpeakOfOtherThingsThanAHazard() {
        given().get(TEMPLATES + "/digest")
                .then()
                .statusCode(200)
                .body("placeholders.always", contains("count", "lines"))
                .body("placeholders.sometimes", contains("recipient", "overdue"));
        put(TEMPLATES + "/dutyAfter", 0, Map.of("zh", "{number}"))
                .statusCode(400)
                .body(
                        "violations[0].message",
                        containsString("没有占位符 number；可用：district, due, duty, period, recipient"));
    }

    @Test
    void aCitysOwnTemplateCannotBeDroppedSinceALadderMayNameIt() {
        var name = TEMPLATES + "/" + ownName();
        put(name, 0, Map.of("zh", "x")).statusCode(200);

        given().delete(name).then().statusCode(400).body("violations.field", contains("name"));
    }

    @Test
    void aDraftShowsItsMessageAndWhatItCosts() {
        preview(Map.of("text", "{unit}：{number}{#if about}（{about}）{/if}须于 {due} 前整改。"))
                .statusCode(200)
                .body("text", equalTo("【闭环】城东区某餐馆：630102-2026-000017（后厨未安装可燃气体报警器）须于 2026年5月10日 前整改。"))
                .body("segments", equalTo(1))
                .body("encoding", equalTo("UCS-2"))
                .body("problems", empty());
        preview(Map.of(
                        "text", "{unit}: {number}",
                        "language", "en",
                        "values", Map.of("number", "【x】" + "n".repeat(100))))
                .statusCode(200)
                .body("text", startsWith("【闭环】the responsible unit: （x）nnn"))
                .body("segments", equalTo(1));
        preview(Map.of("template", "digest", "text", "{count}{lines}{mood}"))
                .statusCode(200)
                .body("text", nullValue())
                .body("problems.field", contains("text"))
                .body("problems[0].message", containsString("mood"));
        given().get(TEMPLATES).then().body("items.zh", org.hamcrest.Matchers.not(hasItem(containsString("mood"))));
    }

    @Test
    void aDraftsValuesAreOfKnownPlaceholders() {
        preview(Map.of("text", "x", "values", Map.of("mood", "good")))
                .statusCode(400)
                .body("violations.field", contains("values.mood"))
                .body("violations[0].message", containsString("overdueDays"));
        preview(Map.of("text", "x", "language", "fr"))
                .log()
                .all()
                .statusCode(400)
                .body("violations.field", contains("language"));
        preview(Map.of("language", "zh")).statusCode(400).body("violations.field", contains("text"));
    }

    private static int version(String name) {
        return given().get(name).then().statusCode(200).extract().path("current.version");
    }

    private static ValidatableResponse put(String name, int version, Map<String, ?> body) {
        return given().contentType("application/json")
                .header("If-Match", '"' + Integer.toString(version) + '"')
                .body(body)
                .put(name)
                .then();
    }

    private static ValidatableResponse preview(Map<String, ?> draft) {
        return given().contentType("application/json")
                .body(draft)
                .post(TEMPLATES + "/preview")
                .then();
    }

    private static String ownName() {
        return "own" + UUID.randomUUID().toString().substring(0, 8);
    }
}
