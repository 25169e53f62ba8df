package io.bihuan.hazard.relay;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is published of campaigns, trainings, cases and inspections, held to its contract. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class VisitsTest {

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @SuppressWarnings("NullAway.Init") // before each test
    private Listener listener;

    private final String campaign = "T-" + UUID.randomUUID();

    @BeforeEach
    void listen() {
        listener = new Listener(
                bootstrapServers, "campaign.events", "training.events", "case.events", "inspection.events");
    }

    @AfterEach
    void stopListening() {
        listener.close();
    }

    @Test
    void aCampaignIsPublishedAsItStands() {
        register();
        send(campaign("集中整治")).put("/api/campaigns/" + campaign).then().statusCode(200);

        published(campaign, "campaign.registered", "campaign.registered");
    }

    @Test
    void aTrainingIsPublishedAndSoIsItsVoiding() {
        register();
        String id = post("/api/trainings", """
                        {"topic": "餐饮场所燃气安全", "heldAt": "2026-05-02T14:30:00+08:00", "districtCode": "630102",
                         "audience": "UNIT_STAFF", "people": 64, "campaign": "%s"}""".formatted(campaign))
                .statusCode(201)
                .extract()
                .path("id");
        post("/api/trainings/" + id + "/voiding", "{\"reason\": \"重复录入\"}").statusCode(200);

        published(id, "training.held", "training.voided");
    }

    @Test
    void everyStepOfACaseIsPublishedAndNoneSaysWhoCalled() {
        String id = post("/api/cases", """
                        {"kind": "COMPLAINT", "source": "CITIZEN", "districtCode": "630102", "category": "HEAT_SUPPLY",
                         "description": "家中老人受冻", "address": "某小区 3 号楼 201",
                         "caller": {"name": "来电人", "phone": "13911112222"}}""").statusCode(201).extract().path("id");
        String path = "/api/cases/" + id;
        post(path + "/assignment", "{}").statusCode(200);
        post(path + "/milestones/FEEDBACK", "{\"note\": \"已告知来电人\"}").statusCode(200);
        post(path + "/hazard", """
                        {"grade": "GENERAL", "category": "HEAT_NETWORK", "description": "供热管道泄漏"}""").statusCode(200);
        post(path + "/closing", "{\"outcome\": \"RESOLVED\"}").statusCode(200);

        List<ConsumerRecord<String, String>> events = published(
                id, "case.received", "case.assigned", "case.milestone-reached", "case.hazard-opened", "case.closed");

        assertThat(events)
                .allSatisfy(event -> assertThat(event.value()).doesNotContain("来电人", "13911112222", "受冻", "3 号楼"));
    }

    @Test
    void anInspectionIsPublishedWithWhatItCountsForAndItsSignaturesFingerprintsAndWithoutNames() {
        String fingerprint = "0123456789abcdef".repeat(4);
        String site = "T-" + UUID.randomUUID();
        post("/api/sites", """
                        {"code": "%s", "name": "城东区某餐馆", "kind": "RESTAURANT", "districtCode": "630102",
                         "contacts": []}""".formatted(site)).statusCode(201);
        String id = post("/api/inspections", """
                        {"site": "%s", "kind": "INSPECTION", "inspectors": ["检查人员甲"],
                         "checklist": [{"item": "CU-01", "result": "FAIL"}],
                         "signatures": {"inspector": {"name": "检查人员甲", "evidence": "%s"},
                                        "unit": {"name": "餐馆负责人", "evidence": "餐馆负责人签字单"}},
                         "hazards": [{"grade": "GENERAL", "category": "COMMERCIAL_USE", "checkItem": "CU-01",
                                      "description": "未安装报警器", "unit": {"name": "城东区某餐馆"},
                                      "fixedOnSpot": {"description": "当场安装"}}]}""".formatted(site, fingerprint))
                .statusCode(201)
                .extract()
                .path("id");

        assertThat(published(id, "inspection.held").get(0).value())
                .contains("\"siteCode\":\"" + site + "\"", "\"failed\":1", "\"fixedOnSpot\":1", "\"clean\":false")
                .contains("\"inspectorSignature\":\"" + fingerprint + "\"", "\"unitSignature\":null")
                .doesNotContain("餐馆负责人");
    }

    private void register() {
        post("/api/campaigns", campaign("专项整治")).statusCode(201);
    }

    private String campaign(String name) {
        return """
                {"code": "%s", "name": "%s", "period": {"from": "2026-04-01", "to": "2026-12-31"},
                 "phases": [{"phase": "MOBILISE", "period": {"from": "2026-04-01", "to": "2026-04-15"}}],
                 "districts": ["6301"], "siteKinds": ["RESTAURANT"], "targets": {"closure": 0.95}}""".formatted(campaign, name);
    }

    private List<ConsumerRecord<String, String>> published(String key, String... types) {
        List<ConsumerRecord<String, String>> events = listener.eventsOf(key, types.length);
        assertThat(events)
                .extracting(event -> RelayTest.header(event, "ce_type"))
                .containsExactly(types);
        assertThat(events).allSatisfy(event -> Contract.ofType(RelayTest.header(event, "ce_type"))
                .accepts(event));
        return events;
    }

    private static RequestSpecification send(String body) {
        return given().contentType(ContentType.JSON).body(body);
    }

    private static ValidatableResponse post(String path, String body) {
        return send(body).post(path).then();
    }
}
