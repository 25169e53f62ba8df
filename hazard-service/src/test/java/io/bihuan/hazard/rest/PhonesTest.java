package io.bihuan.hazard.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.bihuan.hazard.SettableClock;
import io.bihuan.stack.testing.Callers;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Phones of those who answer for hazards, units and sites are for whoever has something to settle with them. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class PhonesTest {

    private static final String PHONE = "13900000000";
    private static final String MASKED = "139****0000";

    @Inject
    SettableClock clock;

    @BeforeEach
    void startTheClock() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"inspector", "supervisor", "office", "admin"})
    void whoeverHandlesHazardsIsShownThePhoneInFull(String person) {
        String id = Calls.assigned();
        as(person).get("/api/hazards/" + id).then().body("responsible.phone", is(PHONE));
        as(person).get("/api/hazards/" + id + "/history").then().body("items[1].data.responsible.phone", is(PHONE));
    }

    @Test
    void whoeverTakesInWhatCitizensReportIsShownItMasked() {
        String id = Calls.assigned();
        as("intake").get("/api/hazards/" + id).then().statusCode(200).body("responsible.phone", is(MASKED));
        as("intake")
                .get("/api/hazards/" + id + "/history")
                .then()
                .statusCode(200)
                .body("items[1].data.responsible.phone", is(MASKED))
                .body(not(containsString(PHONE)));
        as("intake")
                .queryParam("limit", 500)
                .get("/api/hazards")
                .then()
                .statusCode(200)
                .body("items.find { it.id == '%s' }.responsible.phone".formatted(id), is(MASKED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sites", "units"})
    void contactsAreMaskedAlikeWhereverTheyAreShown(String register) {
        String code = "PHONES-" + UUID.randomUUID();
        Calls.post("/api/" + register, """
                        {"code": "%s", "name": "某餐馆", "kind": "RESTAURANT", "districtCode": "630102",
                         "contacts": [{"name": "安全负责人", "phone": "%s"}]}""".formatted(code, PHONE))
                .statusCode(201)
                .body("contacts[0].phone", is(PHONE));
        String path = "/api/" + register + "/" + code;
        as("inspector").get(path).then().statusCode(200).body("contacts[0].phone", is(PHONE));
        as("intake").get(path).then().statusCode(200).body("contacts[0].phone", is(MASKED));
        as("intake").queryParam("q", code).get("/api/" + register).then().body(not(containsString(PHONE)));
        assertThat(export("inspector", register)).contains(PHONE);
        assertThat(export("intake", register)).contains(code, MASKED).doesNotContain(PHONE);
    }

    private static String export(String person, String register) {
        return as(person)
                .accept("text/csv")
                .get("/api/" + register + "/export")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static RequestSpecification as(String person) {
        return given().auth().oauth2(Callers.token(person));
    }
}
