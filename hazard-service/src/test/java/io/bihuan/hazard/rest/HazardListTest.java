package io.bihuan.hazard.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.bihuan.hazard.SettableClock;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each test's hazards are told from all others by a word in their description. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class HazardListTest {

    @Inject
    SettableClock clock;

    @BeforeEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void pagesFollowEachOtherWithoutGapsOrRepeatsWhileNewHazardsArrive() {
        TreeMap<String, String> newestFirst = new TreeMap<>(Comparator.reverseOrder());
        for (int i = 0; i < 7; i++) {
            String id = found("分页测试", "630102");
            newestFirst.put(clock.instant() + id, id);
            clock.advance(i % 2 == 0 ? Duration.ofMinutes(1) : Duration.ZERO);
        }
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = page("q=分页测试&limit=3" + (cursor == null ? "" : "&cursor=" + cursor));
            seen.addAll(page.getList("items.id"));
            cursor = page.getString("nextCursor");
            clock.advance(Duration.ofMinutes(1));
            found("分页测试", "630102");
        } while (cursor != null);

        assertThat(seen).containsExactlyElementsOf(newestFirst.values());
    }

    @Test
    void hazardsWithoutADeadlineComeLastWhenTheMostUrgentComeFirst() {
        String undated = found("紧急排序", "630102");
        String late = found("紧急排序", "630102");
        Calls.step(late, "assignment", Calls.ASSIGNMENT).statusCode(200);
        String soon = found("紧急排序", "630102");
        Calls.step(soon, "assignment", Calls.ASSIGNMENT.replace(": 7,", ": 1,")).statusCode(200);

        assertThat(page("q=紧急排序&sort=dueAt").<String>getList("items.id")).containsExactly(soon, late, undated);
        String next = page("q=紧急排序&sort=dueAt&limit=2").getString("nextCursor");
        assertThat(page("q=紧急排序&sort=dueAt&limit=2&cursor=" + next).<String>getList("items.id"))
                .containsExactly(undated);
    }

    @Test
    void aDistrictFilterTakesInAllBelowIt() {
        found("区划筛选", "630102");
        found("区划筛选", "630102001");
        found("区划筛选", "6302");

        list("q=区划筛选&district=6301").body("items.districtCode", containsInAnyOrder("630102", "630102001"));
        list("q=区划筛选&district=63").body("items", hasSize(3));
    }

    @Test
    void filtersAreCombined() {
        String overdue = found("组合筛选", "630102");
        Calls.step(overdue, "assignment", Calls.ASSIGNMENT.replace(": 7,", ": 0,"))
                .statusCode(200);
        String inTime = found("组合筛选", "630102");
        Calls.step(inTime, "assignment", Calls.ASSIGNMENT).statusCode(200);
        found("组合筛选", "630102");
        clock.advance(Duration.ofDays(1));

        list("q=组合筛选&overdue=true").body("items.id", contains(overdue));
        list("q=组合筛选&overdue=false&status=ASSIGNED").body("items.id", contains(inTime));
        list("q=组合筛选&status=FOUND&status=ASSIGNED").body("items", hasSize(3));
        list("q=组合筛选&unit=城东区某餐馆").body("items", hasSize(2)).body("items.unit.name", everyItem(startsWith("城东")));
        list("q=组合筛选&dueBefore=2026-05-03T16:00:00Z").body("items", empty());
        list("q=组合筛选&dueBefore=2026-05-03T16:00:01Z").body("items.id", contains(overdue));
        list("q=组合筛选&grade=MAJOR").body("items", empty());
        list("q=组合筛选&foundFrom=2026-05-03T02:00:00Z&foundTo=2026-05-03T02:00:01Z")
                .body("items", hasSize(3));
        list("q=组合筛选&foundTo=2026-05-03T02:00:00Z").body("items", empty());
    }

    @Test
    void whatWaitsForADecisionOnAnExtensionIsListed() {
        String asked = found("延期筛选", "630102");
        Calls.step(asked, "assignment", Calls.ASSIGNMENT).statusCode(200);
        Calls.step(asked, "extension-requests", Calls.EXTENSION).statusCode(200);
        String other = found("延期筛选", "630102");

        list("q=延期筛选&extensionRequested=true").body("items.id", contains(asked));
        list("q=延期筛选&extensionRequested=false").body("items.id", contains(other));
        Calls.step(asked, "extension-requests/1/decision", "{\"approved\": true}")
                .statusCode(200);
        list("q=延期筛选&extensionRequested=true").body("items", empty());
        given().get("/api/hazards?extensionRequested=1")
                .then()
                .statusCode(400)
                .body("violations.field", contains("extensionRequested"));
    }

    @Test
    void aCountSaysHowManyTheListHas() {
        for (int i = 0; i < 3; i++) {
            found("计数测试", i == 0 ? "630102" : "630102001");
        }
        count("q=计数测试").body("count", is(3)).body("more", is(false));
        count("q=计数测试&district=630102001").body("count", is(2));
        count("q=计数测试&status=CLOSED").body("count", is(0));
        given().get("/api/hazards/count?sorted=1").then().statusCode(400);
    }

    private static ValidatableResponse count(String query) {
        return given().get("/api/hazards/count?" + query).then().statusCode(200);
    }

    @Test
    void aTextIsFoundAsItStandsNotAsAPattern() {
        found("百分之 100% 的 a_b", "630102");
        list("q=100% 的 a_b").body("items", hasSize(1));
        list("q=100_ 的").body("items", empty());
        list("q=A_B").body("items", hasSize(1));
    }

    @Test
    void aChineseWordIsFoundInsideASentenceWhateverTheWidthOfLetters() {
        String id = found("换热站管廊ＧＡＳ泄漏报警仪ZX-９０７校验超期", "630102");
        for (String text : List.of("漏报警", "管廊", "gas泄漏", "zx-907", "ＺＸ-907", "换热站管廊 校验超期", "校验超期\u3000换热站")) {
            assertThat(page("q=" + text + "&district=630102").<String>getList("items.id"))
                    .as(text)
                    .contains(id);
        }
        assertThat(page("q=管廊仪").<String>getList("items.id")).doesNotContain(id);
        assertThat(page("q=管廊 罕见词").<String>getList("items.id")).isEmpty();
    }

    @Test
    void aHazardIsFoundByOneCharacterByItsNumberAndByTheNumbersTail() {
        String id = found("龘字单寻", "630102");
        String number = String.valueOf(Calls.hazard(id).get("number"));
        for (String text : List.of("龘", number, number.substring(number.indexOf('-') + 1))) {
            assertThat(page("q=" + text).<String>getList("items.id")).as(text).containsExactly(id);
        }
    }

    @Test
    void aHazardIsFoundByTheUnitThatItWasAssignedTo() {
        String id = found("单位检索", "630102");
        list("q=单位检索 玉树某供热").body("items", empty());
        Calls.step(id, "assignment", Calls.ASSIGNMENT.replace("城东区某餐馆", "玉树某供热公司"))
                .statusCode(200);
        list("q=单位检索 玉树某供热").body("items.id", contains(id));
    }

    @Test
    void theLastPageHasNoCursor() {
        found("唯一一条", "630102");
        list("q=唯一一条").body("items", hasSize(1)).body("nextCursor", nullValue());
    }

    @Test
    void theDistrictsOnFileAreListedByParent() {
        given().get("/api/districts?parent=NYC")
                .then()
                .statusCode(200)
                .body("items.code", contains("NYC1", "NYC2", "NYC3", "NYC4", "NYC5"));
        given().get("/api/districts").then().body("items.find { it.code == '630102' }.name", is("城东区"));
    }

    private static String found(String word, String district) {
        return Calls.post(
                        "/api/hazards",
                        Calls.FINDING.replace("后厨", word + "，后厨").replace("630102", district))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse list(String query) {
        RequestSpecification request = given();
        Arrays.stream(query.split("&"))
                .map(parameter -> parameter.split("=", 2))
                .forEach(parameter -> request.queryParam(parameter[0], parameter[1]));
        return request.get("/api/hazards").then().statusCode(200);
    }

    private static JsonPath page(String query) {
        return list(query).extract().jsonPath();
    }
}
