package io.bihuan.notification.rest.people;

import static io.bihuan.notification.rest.people.Registers.CONTACTS;
import static io.bihuan.notification.rest.people.Registers.ROSTERS;
import static io.bihuan.notification.rest.people.Registers.entered;
import static io.bihuan.notification.rest.people.Registers.json;
import static io.bihuan.notification.rest.people.Registers.post;
import static io.bihuan.notification.rest.people.Registers.supervisor;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.bihuan.notification.fixtures.OnRealParts;
import io.bihuan.notification.fixtures.SettableTime;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test has districts of its own. */
@OnRealParts
class ContactsApiTest {

    @Inject
    SettableTime time;

    @BeforeEach
    void itIsMay1() {
        time.set("2026-05-01T01:00:00Z");
    }

    @Test
    void aContactIsFoundAgainAsItWasEntered() {
        var id = post(CONTACTS, """
                        {"role": "UNIT_HEAD", "unit": " DW-API-1 ", "place": 2, "name": "餐馆负责人", "phone": "+8613900000002",
                         "language": "en", "recordedBy": "市专班办公室"}""")
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", containsString(CONTACTS + "/"))
                .extract()
                .<String>path("id");

        given().get(CONTACTS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("role", equalTo("UNIT_HEAD"))
                .body("unit", equalTo("DW-API-1"))
                .body("districtCode", nullValue())
                .body("place", equalTo(2))
                .body("name", equalTo("餐馆负责人"))
                .body("phone", equalTo("+8613900000002"))
                .body("language", equalTo("en"))
                .body("active", equalTo(true))
                .body("version", equalTo(1))
                .body("recordedAt", containsString("2026-05-01T01:"))
                .body("recordedBy", equalTo("市专班办公室"));
    }

    @Test
    void whoStandsOnFileIsReplacedByWhoeverHasSeenTheVersionThatStandsThere() {
        var id = entered("E101", "甲");
        var newer = supervisor("E101", "乙");

        json(newer)
                .header("If-Match", "\"1\"")
                .put(CONTACTS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("name", equalTo("乙"))
                .body("place", equalTo(1));
        json(supervisor("E101", "丙"))
                .header("If-Match", "\"1\"")
                .header("Accept-Language", "en")
                .put(CONTACTS + "/" + id)
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .header("ETag", "\"2\"")
                .body("title", equalTo("Changed meanwhile"))
                .body("detail", containsString("version 2"));
        json(newer)
                .put(CONTACTS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("version", equalTo(2));
        given().header("If-None-Match", "\"2\"").get(CONTACTS + "/" + id).then().statusCode(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "\"1", "W/\"1\" \"2\"", ""})
    void anIfMatchThatIsNoEntityTagIsRefused(String tag) {
        var id = entered("E102", "甲");

        json(supervisor("E102", "乙"))
                .header("If-Match", tag)
                .put(CONTACTS + "/" + id)
                .then()
                .statusCode(400)
                .body("violations.field", contains("If-Match"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"W/\"1\" | 412", "\"x\" | 412", "\"7\", \"1\" | 200", "* | 200"})
    void oneOfSeveralVersionsWillDoAndAWeakOneNever(String tags, int status) {
        var id = entered("E103", "甲");

        json(supervisor("E103", "乙"))
                .header("If-Match", tags)
                .put(CONTACTS + "/" + id)
                .then()
                .statusCode(status);
    }

    @Test
    void aContactOutOfUseStaysOnFileAndIsToldOfNothing() {
        var id = entered("E104", "甲");

        given().header("If-Match", "\"9\"").delete(CONTACTS + "/" + id).then().statusCode(412);
        given().delete(CONTACTS + "/" + id).then().statusCode(204);
        given().delete(CONTACTS + "/" + id).then().statusCode(204);

        given().get(CONTACTS + "/" + id).then().body("active", equalTo(false)).body("version", equalTo(2));
        given().get(CONTACTS + "/holders?role=SUPERVISOR&district=E104").then().body("contactId", nullValue());
        given().get(CONTACTS + "?district=E104&active=true").then().body("items", empty());
        json(supervisor("E104", "甲")).put(CONTACTS + "/" + id).then().body("active", equalTo(true));
    }

    @Test
    void contactsAreListedPostByPostInTheirOrder() {
        post(CONTACTS, supervisor("E10501", "街道")).statusCode(201);
        post(CONTACTS, supervisor("E105", "甲").replace("13900000001", "13912345678"))
                .statusCode(201);
        post(CONTACTS, supervisor("E105", "乙")).statusCode(201);
        post(CONTACTS, supervisor("E105", "丙").replace("\"name\"", "\"place\": 1, \"name\""))
                .statusCode(201);
        post(CONTACTS, supervisor("E105", "办公室主任").replace("SUPERVISOR", "OFFICE"))
                .statusCode(201);
        post(CONTACTS, supervisor("E1060", "别处")).statusCode(201);

        given().get(CONTACTS + "?district=E105")
                .then()
                .statusCode(200)
                .body("items.name", contains("办公室主任", "甲", "丙", "乙", "街道"))
                .body("nextCursor", nullValue());
        given().get(CONTACTS + "?district=E105&role=OFFICE").then().body("items.name", contains("办公室主任"));
        given().queryParam("q", "1391234")
                .get(CONTACTS + "?district=E105")
                .then()
                .body("items.name", contains("甲"));
        given().queryParam("q", "主任").get(CONTACTS).then().body("items.name", hasItem("办公室主任"));
        given().queryParam("q", "%").get(CONTACTS).then().body("items", empty());
    }

    @Test
    void aUnitsContactsAreListedHoweverItsNameIsTyped() {
        post(CONTACTS, """
                {"role": "UNIT_HEAD", "unit": "API 餐饮有限公司", "name": "负责人", "phone": "13900000002"}""").statusCode(201);

        given().queryParam("unit", "ａｐｉ餐饮有限公司").get(CONTACTS).then().body("items.unit", contains("API 餐饮有限公司"));
    }

    @Test
    void aListIsReadPageByPageAndNothingIsShownTwiceOrLeftOut() {
        for (int i = 0; i < 7; i++) {
            post(CONTACTS, supervisor("E107", "第" + i)).statusCode(201);
        }
        var seen = new ArrayList<String>();
        @Nullable String cursor = "";
        while (cursor != null) {
            var page = given().queryParam("cursor", cursor)
                    .get(CONTACTS + "?district=E107&limit=3")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.<String>getList("items.name"));
            cursor = page.getString("nextCursor");
        }

        assertThat(seen).containsExactly("第0", "第1", "第2", "第3", "第4", "第5", "第6");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{`role`: `SUPERVISOR`, `districtCode`: `E1`, `name`: `甲`, `phone`: `010-1234567`} | phone | 手机号应为 E.164 格式或大陆 11 位号码",
                "{`role`: `SUPERVISOR`, `districtCode`: `E1`, `name`: `甲`, `phone`: `1390000000`} | phone | 手机号应为 E.164 格式或大陆 11 位号码",
                "{`role`: `SUPERVISOR`, `districtCode`: `E1`, `name`: `甲`} | phone | 不能为null",
                "{`role`: `SUPERVISOR`, `districtCode`: `E1`, `name`: ` `, `phone`: `13900000000`} | name | 不能为空",
                "{`role`: `SUPERVISOR`, `districtCode`: `E1`, `name`: `甲\\u0000`, `phone`: `13900000000`} | name | 不得含有换行或其他控制字符",
                "{`role`: `SUPERVISOR`, `districtCode`: `e1`, `name`: `甲`, `phone`: `13900000000`} | districtCode | 区划代码应为 2 至 12 位数字或大写字母",
                "{`role`: `SUPERVISOR`, `name`: `甲`, `phone`: `13900000000`} | districtCode | 岗位 SUPERVISOR 属于行政区划，请写明区划代码",
                "{`role`: `UNIT_HEAD`, `unit`: `U`, `districtCode`: `E1`, `name`: `甲`, `phone`: `13900000000`} | districtCode | 岗位 UNIT_HEAD 属于责任单位，不得填写区划代码",
                "{`role`: `LEADER`, `unit`: `U`, `districtCode`: `E1`, `name`: `甲`, `phone`: `13900000000`} | unit | 岗位 LEADER 属于行政区划，不得填写单位",
                "{`role`: `UNIT_HEAD`, `name`: `甲`, `phone`: `13900000000`} | unit | 岗位 UNIT_HEAD 属于责任单位，请写明单位",
                "{`role`: `BOSS`, `districtCode`: `E1`, `name`: `甲`, `phone`: `13900000000`} | role | 应为以下之一：[RESPONSIBLE, UNIT_HEAD, SUPERVISOR, OFFICE, LEADER]",
                "{`role`: 2, `districtCode`: `E1`, `name`: `甲`, `phone`: `13900000000`} | role | 应为以下之一：[RESPONSIBLE, UNIT_HEAD, SUPERVISOR, OFFICE, LEADER]",
                "{`role`: `LEADER`, `districtCode`: `E1`, `name`: `甲`, `phone`: `13900000000`, `language`: `fr`} | language | 应为 zh 或 en",
                "{`role`: `LEADER`, `districtCode`: `E1`, `name`: `甲`, `phone`: `13900000000`, `place`: 1.5} | place | 值的格式不对",
                "{`role`: `LEADER`, `districtCode`: `E1`, `name`: `甲`, `phone`: `13900000000`, `mood`: 1} | mood | 不支持此字段",
                "[] |  | 应为 JSON 对象",
            })
    void whatIsWrongWithAContactIsRefusedByName(String body, @Nullable String field, String message) {
        post(CONTACTS, body.replace('`', '"'))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("title", equalTo("请求有误"))
                .body("type", equalTo("urn:bihuan:problem:400"))
                .body("instance", equalTo(CONTACTS))
                .body("violations.field", contains(field == null ? "" : field))
                .body("violations.message", contains(message));
    }

    @ParameterizedTest
    // The last is taken for UTF-32, in letters that are none.
    @ValueSource(strings = {"{\"role\"", "{\"role\": \"LEADER\", \"role\": \"OFFICE\"}", "", "\0\0\0{\1\b\0\0"})
    void whatIsNoJsonIsRefusedToo(String body) {
        post(CONTACTS, body).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceInEnglishWhereThatIsAskedFor() {
        json("{\"role\": \"LEADER\", \"districtCode\": \"?\", \"place\": 0, \"phone\": \"1\"}")
                .header("Accept-Language", "en")
                .post(CONTACTS)
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("districtCode", "name", "phone", "place"))
                .body("violations.message", hasItem("must be an E.164 number or 11 digits of the mainland"));
    }

    @Test
    void aQueryThatIsNotUnderstoodIsRefusedByName() {
        given().urlEncodingEnabled(false)
                .get(CONTACTS + "?district=%00&active=maybe&role=BOSS&state=1")
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("district", "active", "role", "state"));
        given().get(CONTACTS + "/holders?district=63&day=2026-02-30")
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("role", "day"));
        given().get(CONTACTS + "/holders?role=UNIT_HEAD&district=63")
                .then()
                .statusCode(400)
                .body("violations.field", contains("unit"));
        given().urlEncodingEnabled(false)
                .get(CONTACTS + "/holders?role=LEADER&district=63&day=%2B999999999-01-01")
                .then()
                .statusCode(400)
                .body("violations.field", contains("day"));
    }

    @Test
    void whatIsNotOnFileIsNotFound() {
        var nobody = UUID.randomUUID();
        given().get(CONTACTS + "/" + nobody)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", equalTo("没有此联系人。"));
        json(supervisor("E108", "甲")).put(CONTACTS + "/" + nobody).then().statusCode(404);
        given().delete(CONTACTS + "/" + nobody).then().statusCode(404);
        given().get(CONTACTS + "/" + nobody + "/absences").then().statusCode(404);
        post(CONTACTS + "/" + nobody + "/absences", "{\"from\": \"2026-05-01\", \"to\": \"2026-05-01\"}")
                .statusCode(404);
        given().delete(CONTACTS + "/" + entered("E108", "甲") + "/absences/" + nobody)
                .then()
                .statusCode(404);
        given().get(ROSTERS + "/" + nobody).then().statusCode(404).body("detail", equalTo("没有这条值班记录。"));
        given().delete(ROSTERS + "/" + nobody).then().statusCode(404);
        given().get(CONTACTS + "/me").then().statusCode(404);
    }

    @Test
    void anAbsenceLetsTheDeputyBeToldAndIsStruckOutAgain() {
        var holder = entered("E109", "甲");
        entered("E109", "乙");
        var absences = CONTACTS + "/" + holder + "/absences";
        var absence = post(absences, "{\"from\": \"2026-05-01\", \"to\": \"2026-05-05\", \"recordedBy\": \"区专班\"}")
                .statusCode(201)
                .header("Location", containsString(absences + "/"))
                .extract()
                .<String>path("id");

        given().get(absences)
                .then()
                .body("items.id", contains(absence))
                .body("items[0].from", equalTo("2026-05-01"))
                .body("items[0].to", equalTo("2026-05-05"))
                .body("items[0].recordedBy", equalTo("区专班"));
        // It is 09:00 of 1 May in Shanghai.
        given().get(CONTACTS + "/holders?role=SUPERVISOR&district=E10901")
                .then()
                .statusCode(200)
                .body("day", equalTo("2026-05-01"))
                .body("heldAt", equalTo("E109"))
                .body("name", equalTo("乙"))
                .body("phone", equalTo("13900000001"))
                .body("basis", equalTo("DEPUTY"))
                .body("insteadOf", equalTo("甲"));
        given().get(CONTACTS + "/holders?role=SUPERVISOR&district=E109&day=2026-05-06")
                .then()
                .body("name", equalTo("甲"))
                .body("basis", equalTo("HOLDER"));

        given().delete(absences + "/" + absence).then().statusCode(204);
        given().get(CONTACTS + "/holders?role=SUPERVISOR&district=E109").then().body("name", equalTo("甲"));
        given().get(CONTACTS + "/holders?role=LEADER&district=E109")
                .then()
                .statusCode(200)
                .body("contactId", nullValue())
                .body("basis", nullValue());
    }

    @Test
    void todayIsTheLocalDay() {
        time.set("2026-04-30T16:30:00Z");

        given().get(CONTACTS + "/holders?role=LEADER&district=E1").then().body("day", equalTo("2026-05-01"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-02, 2026-05-01, to",
        "1999-12-31, 2026-05-01, from",
        "2026-05-01, +999999999-01-01, to",
        "2026-05-01, x, to"
    })
    void daysThatAreNoneAreRefusedByName(String from, String to, String field) {
        var contact = entered("E110", "甲");

        post(CONTACTS + "/" + contact + "/absences", "{\"from\": \"%s\", \"to\": \"%s\"}".formatted(from, to))
                .statusCode(400)
                .body("violations.field", contains(field));
    }

    @Test
    void aShiftIsListedByDistrictAndDayAndStruckOutAgain() {
        var contact = entered("E111", "甲");
        var later = shift("E11101", contact, "2026-05-04", "2026-05-05");
        var first = shift("E111", contact, "2026-05-01", "2026-05-03");

        given().get(ROSTERS + "?district=E111").then().body("items.id", contains(first, later));
        given().get(ROSTERS + "?district=E111&role=SUPERVISOR&day=2026-05-03")
                .then()
                .body("items.id", contains(first))
                .body("items[0].name", equalTo("甲"))
                .body("items[0].contactId", equalTo(contact));
        given().get(ROSTERS + "?district=E111&role=LEADER").then().body("items", empty());
        var cursor = given().get(ROSTERS + "?district=E111&limit=1")
                .then()
                .body("items.id", contains(first))
                .extract()
                .<String>path("nextCursor");
        given().get(ROSTERS + "?district=E111&limit=1&cursor=" + cursor)
                .then()
                .body("items.id", contains(later))
                .body("nextCursor", nullValue());

        given().delete(ROSTERS + "/" + later).then().statusCode(204);
        given().get(ROSTERS + "/" + later).then().statusCode(404);
        given().get(ROSTERS + "/" + first).then().statusCode(200).body("from", equalTo("2026-05-01"));
    }

    @Test
    void twoOnDutyOnOneDayAreRefusedByNamingTheOther() {
        var contact = entered("E112", "甲");
        shift("E112", contact, "2026-05-01", "2026-05-03");

        post(ROSTERS, shiftBody("E112", contact, "2026-05-03", "2026-05-04"))
                .statusCode(400)
                .body("violations.field", contains("from"))
                .body("violations.message", contains("此岗位 2026-05-01 至 2026-05-03 已由 甲 值班"));
        json(shiftBody("E112", contact, "2026-04-30", "2026-05-09"))
                .header("Accept-Language", "en")
                .post(ROSTERS)
                .then()
                .statusCode(400)
                .body("violations.message", contains("甲 is on duty at this post from 2026-05-01 to 2026-05-03"));
        shift("E112", contact, "2026-05-04", "2026-05-04");
        post(ROSTERS, shiftBody("E112", contact, "2026-05-01", "2026-05-01").replace("SUPERVISOR", "OFFICE"))
                .statusCode(201);
    }

    @Test
    void onlyAContactInUseIsOnDutyAndOnlyAtADistrictsPost() {
        var contact = entered("E113", "甲");
        post(ROSTERS, shiftBody("E113", contact, "2026-05-01", "2026-05-01").replace("SUPERVISOR", "UNIT_HEAD"))
                .statusCode(400)
                .body("violations.field", contains("role"));
        post(ROSTERS, shiftBody("E113", UUID.randomUUID().toString(), "2026-05-01", "2026-05-01"))
                .statusCode(400)
                .body("violations.field", contains("contactId"));
        given().delete(CONTACTS + "/" + contact).then().statusCode(204);
        post(ROSTERS, shiftBody("E113", contact, "2026-05-01", "2026-05-01"))
                .statusCode(400)
                .body("violations.message", contains("联系人 甲 已停用"));
    }

    @Test
    void locationsLeadToWhatWasMade() {
        var contact = post(CONTACTS, supervisor("E114", "甲")).extract();
        given().get(contact.header("Location")).then().statusCode(200).body("id", equalTo(contact.path("id")));
        var shift = post(ROSTERS, shiftBody("E114", contact.path("id"), "2026-05-01", "2026-05-01"))
                .extract();
        given().get(shift.header("Location")).then().statusCode(200).body("id", equalTo(shift.path("id")));
    }

    private static String shift(String district, String contact, String from, String to) {
        return post(ROSTERS, shiftBody(district, contact, from, to))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String shiftBody(String district, String contact, String from, String to) {
        return """
                {"districtCode": "%s", "role": "SUPERVISOR", "contactId": "%s", "from": "%s", "to": "%s"}""".formatted(district, contact, from, to);
    }
}
