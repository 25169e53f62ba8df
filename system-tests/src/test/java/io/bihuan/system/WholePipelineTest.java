package io.bihuan.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.bihuan.stack.Stack;
import io.bihuan.stack.client.Api;
import io.bihuan.stack.client.LedgerImport;
import io.bihuan.stack.client.Tokens;
import io.bihuan.stack.demo.Page;
import io.bihuan.stack.demo.Walkthrough;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A hazard goes in over REST, and events, reminders and figures come out, on one stack of real parts. */
class WholePipelineTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Stack STACK = SharedStack.running();
    private static final Api HAZARDS =
            SharedStack.asAdministrator(STACK, STACK.ports().hazard());
    private static final Api NOTIFICATIONS =
            SharedStack.asAdministrator(STACK, STACK.ports().notification());
    private static final Api REPORTS =
            SharedStack.asAdministrator(STACK, STACK.ports().reporting());
    private static final Api INBOX = new Api(STACK.ports().sms());

    private static final SampleLedger LEDGER = SampleLedger.read();

    @SuppressWarnings("NullAway.Init") // before all tests
    private static LedgerImport imported;

    @BeforeAll
    static void importTheLedger() throws IOException {
        imported = importedLedger();
    }

    @Test
    void everyRowOfTheLedgerIsAHazard() {
        assertThat(imported).isEqualTo(new LedgerImport(100, 100, 0, 0, 0, List.of()));
        assertThat(importedHazards()).hasSize(LEDGER.rows());
    }

    @Test
    void theSameLedgerAgainChangesNothing() throws IOException {
        var before = new Kept(STACK).history();

        assertThat(importedLedger()).isEqualTo(new LedgerImport(100, 0, 0, 100, 0, List.of()));

        assertThat(new Kept(STACK).history()).isEqualTo(before);
        // What is written after the import is published after what the import would have written.
        found("632701");
        new CaughtUp(STACK).check();
        assertThat(new Kept(STACK).history()).hasSize(before.size() + 1);
    }

    @Test
    void theDistrictsFiguresAreTheFilesOwnCounts() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            var report = REPORTS.get("/api/reports/districts?parent=NYC");
            assertThat(report.status()).isEqualTo(200);
            var byDistrict = new LinkedHashMap<String, Map<String, String>>();
            for (var item : report.body().path("items")) {
                byDistrict.put(item.path("districtCode").asText(), figures(item));
            }
            assertThat(byDistrict).isEqualTo(LEDGER.figuresByDistrict());
            assertThat(figures(report.body().path("total"))).isEqualTo(LEDGER.figures());
        });
    }

    @Test
    void nobodyIsTextedAboutTheImportedPast() {
        new CaughtUp(STACK).check();

        assertThat(importedHazards()).allSatisfy(hazard -> {
            var about = "?hazardId=" + hazard.path("id").asText();
            assertThat(items(NOTIFICATIONS, "/api/notifications/reminders" + about))
                    .isNotEmpty()
                    .extracting(reminder -> reminder.path("state").asText())
                    .containsOnly("SUPERSEDED");
            assertThat(items(NOTIFICATIONS, "/api/notifications/messages" + about))
                    .isEmpty();
        });
    }

    @Test
    void theDemonstrationComesOutAsItShould() {
        assertThatCode(() -> new Walkthrough(STACK.ports(), SampleLedger.SAMPLES, new Page(System.out)).run())
                .doesNotThrowAnyException();
    }

    @Test
    void aHazardsLifeIsRemindedOfOnceAndMovesTheFigures() {
        var phone = "13900000042";
        var found = found("632521");
        var id = found.path("id").asText();
        figuresOf6325Become(Map.of("found", 1, "assigned", 0, "rectified", 0, "closed", 0, "open", 1));

        step(
                id,
                "assignment",
                Map.of(
                        "unit",
                        Map.of("name", "共和县某餐馆"),
                        "responsible",
                        Map.of("name", "餐馆负责人", "phone", phone),
                        // Due today or tomorrow: of the reminders before it the newest is due at once, that of the day
                        // after later.
                        "dueAt",
                        InstantSource.system()
                                .instant()
                                .plus(Duration.ofHours(2))
                                .toString(),
                        "measures",
                        "安装可燃气体报警器",
                        "funds",
                        3200,
                        "contingencyPlan",
                        "停用燃气，改用电炊具"));
        step(id, "supervision", Map.of("level", "CITY", "documentNumber", "南安委督〔2026〕1号"));
        figuresOf6325Become(Map.of("found", 1, "assigned", 1, "rectified", 0, "closed", 0, "open", 1));
        await("the SMS").atMost(PATIENCE).untilAsserted(() -> assertThat(items(INBOX, "/messages?to=" + phone))
                .singleElement()
                .extracting(sms -> sms.path("text").asText())
                .asString()
                .contains(found.path("number").asText()));
        await("the reminder that was told and the one to come").atMost(PATIENCE).untilAsserted(() -> assertThat(
                        reminders(id))
                .contains("REMIND PENDING")
                .filteredOn(reminder -> reminder.endsWith(" SENT"))
                .hasSize(1));

        step(id, "rectification", Map.of("description", "已安装报警器", "rectifiedBy", "餐馆负责人"));
        figuresOf6325Become(Map.of("found", 1, "assigned", 1, "rectified", 1, "closed", 0, "open", 1));
        await("the pending reminders' end").atMost(PATIENCE).untilAsserted(() -> assertThat(reminders(id))
                .contains("REMIND CANCELLED")
                .noneMatch(reminder -> reminder.endsWith(" PENDING")));

        var tokens = Tokens.from(STACK.ports().identity());
        step(HAZARDS.as(() -> tokens.of("inspector2")), id, "reinspection", Map.of("opinion", "复查合格，同意销号"));
        step(HAZARDS.as(() -> tokens.of("supervisor")), id, "closure", Map.of("opinion", "同意销号"));
        figuresOf6325Become(Map.of("found", 1, "assigned", 1, "rectified", 1, "closed", 1, "open", 0));
        new CaughtUp(STACK).check();
        assertThat(items(INBOX, "/messages?to=" + phone)).hasSize(1);
    }

    private static LedgerImport importedLedger() throws IOException {
        return LedgerImport.of(HAZARDS, SampleLedger.FILE, SampleLedger.MAPPING, progress -> {});
    }

    private static List<JsonNode> importedHazards() {
        return items(HAZARDS, "/api/hazards?limit=500&district=NYC");
    }

    /** A major one, of which people are told at any hour of the day. */
    private static JsonNode found(String district) {
        var answer = HAZARDS.post(
                "/api/hazards",
                Map.of(
                        "districtCode", district,
                        "category", "COMMERCIAL_USE",
                        "grade", "MAJOR",
                        "source", "INSPECTION",
                        "description", "后厨未安装可燃气体报警器"));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.body();
    }

    private static void step(String id, String action, Map<String, ?> body) {
        step(HAZARDS, id, action, body);
    }

    private static void step(Api hazards, String id, String action, Map<String, ?> body) {
        var answer = hazards.post("/api/hazards/" + id + "/" + action, body);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }

    private static void figuresOf6325Become(Map<String, Integer> expected) {
        await("the district's figures").atMost(PATIENCE).untilAsserted(() -> {
            var total = REPORTS.get("/api/reports/districts?parent=6325").body().path("total");
            expected.forEach((measure, value) ->
                    assertThat(total.path(measure).asInt()).as(measure).isEqualTo(value));
        });
    }

    private static List<String> reminders(String id) {
        return items(NOTIFICATIONS, "/api/notifications/reminders?hazardId=" + id).stream()
                .map(reminder -> reminder.path("step").asText() + " "
                        + reminder.path("state").asText())
                .toList();
    }

    private static Map<String, String> figures(JsonNode row) {
        var figures = new LinkedHashMap<String, String>();
        row.properties().forEach(figure -> {
            var value = figure.getValue();
            if (!value.isTextual()) {
                figures.put(figure.getKey(), value.isNull() ? "null" : SampleLedger.shortest(value.asText()));
            }
        });
        return figures;
    }

    private static List<JsonNode> items(Api api, String path) {
        var answer = api.get(path);
        assertThat(answer.status()).as("%s of %s", answer, path).isEqualTo(200);
        return StreamSupport.stream(answer.body().path("items").spliterator(), false)
                .toList();
    }
}
