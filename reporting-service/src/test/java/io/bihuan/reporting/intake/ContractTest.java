package io.bihuan.reporting.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bihuan.reporting.campaign.Campaign;
import io.bihuan.reporting.campaign.Phase;
import io.bihuan.reporting.coverage.Inspection;
import io.bihuan.reporting.coverage.Site;
import io.bihuan.reporting.coverage.SiteKind;
import io.bihuan.reporting.coverage.Unit;
import io.bihuan.reporting.facts.District;
import io.bihuan.reporting.facts.DistrictNews;
import io.bihuan.reporting.facts.Escalation;
import io.bihuan.reporting.facts.Move;
import io.bihuan.reporting.facts.Step;
import io.bihuan.reporting.facts.Telling;
import io.bihuan.reporting.statistics.Category;
import io.bihuan.reporting.statistics.Grade;
import io.bihuan.reporting.statistics.Source;
import io.bihuan.reporting.statistics.Status;
import io.bihuan.reporting.training.Audience;
import io.bihuan.reporting.training.Training;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The service reads what {@code contracts/} promises, and refuses what it doesn't. */
class ContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");

    @ParameterizedTest
    @MethodSource("hazardExamples")
    void everyHazardEventIsReadWithWhatItSays(String example) throws Exception {
        JsonNode event = example(example);
        JsonNode data = event.required("data");
        Step step = HazardEvent.read(record(event)).step();
        assertThat(step.hazard()).hasToString(data.required("hazardId").asText());
        assertThat(step.version()).isEqualTo(data.required("version").asInt());
        assertThat(step.type())
                .isEqualTo(example.replace("hazard-events/examples/", "").replace(".json", ""));
        assertThat(step.at()).isEqualTo(Instant.parse(data.required("at").asText()));
        assertThat(step.status())
                .isEqualTo(Status.valueOf(data.required("status").asText()));
        assertThat(step.district()).isEqualTo(data.required("districtCode").asText());
        assertThat(step.grade()).isEqualTo(Grade.valueOf(data.required("grade").asText()));
        assertThat(step.category())
                .isEqualTo(Category.valueOf(data.required("category").asText()));
        assertThat(step.source())
                .isEqualTo(Source.valueOf(data.required("source").asText()));
        assertThat(step.round()).isEqualTo(data.required("round").asInt());
        JsonNode dueAt = data.required("dueAt");
        assertThat(step.dueAt()).isEqualTo(dueAt.isNull() ? null : Instant.parse(dueAt.asText()));
        assertThat(step.unitName()).isEqualTo(data.at("/unit/name").textValue());
    }

    @ParameterizedTest
    @MethodSource("hazardExamples")
    void aFieldThatIsAddedLaterIsIgnored(String example) throws Exception {
        JsonNode event = example(example);
        Telling before = HazardEvent.read(record(event));
        ObjectNode data = (ObjectNode) event.required("data");
        data.putObject("addedLater").put("深", 1);
        assertThat(HazardEvent.read(record(event))).isEqualTo(before);
    }

    @Test
    void everyDistrictEventIsReadAlsoWithAFieldAddedLater() throws Exception {
        Map<String, DistrictNews> told = Map.of(
                "district.registered",
                new District("630102", 1, "城东区"),
                "district.moved",
                new Move("630102001", "630103009", Instant.parse("2026-06-30T16:00:00Z")));
        assertThat(examples("district-events/examples")).hasSize(told.size());
        for (String type : told.keySet()) {
            JsonNode event = example("district-events/examples/" + type + ".json");
            assertThat(DistrictEvent.read(record(event))).isEqualTo(told.get(type));
            ((ObjectNode) event.required("data")).put("addedLater", true);
            assertThat(DistrictEvent.read(record(event))).isEqualTo(told.get(type));
        }
    }

    @Test
    void anEscalationIsReadAlsoWithAFieldAddedLater() throws Exception {
        JsonNode event = example("notification-events/examples/hazard.escalated.json");
        Escalation read = EscalationEvent.read(record(event));
        assertThat(read)
                .isEqualTo(new Escalation(
                        UUID.fromString("0199f3a0-5b7c-7d11-9a3e-4f60a1c2d3e4"),
                        Instant.parse("2026-05-11T00:30:00Z")));
        ((ObjectNode) event.required("data")).putObject("addedLater").put("深", 1);
        assertThat(EscalationEvent.read(record(event))).isEqualTo(read);
    }

    @Test
    void aSiteAndAUnitAreReadAsTheyStandOnFile() throws Exception {
        JsonNode site = example("site-events/examples/site.registered.json");
        assertThat(SiteEvent.read(record(site)))
                .isEqualTo(new Site("JC-000734", 1, SiteKind.RESTAURANT, "630102", "DW-000128", true, MAY));
        JsonNode unit = example("unit-events/examples/unit.registered.json");
        assertThat(UnitEvent.read(record(unit))).isEqualTo(new Unit("DW-000128", 1, "630102", true, MAY));
    }

    @Test
    void anInspectionIsReadAsWhatItCountsFor() throws Exception {
        JsonNode event = example("inspection-events/examples/inspection.held.json");
        assertThat(InspectionEvent.read(record(event)))
                .isEqualTo(new Inspection(
                        UUID.fromString("0199f3a0-5b7c-7d11-9a3e-4f60a1c2d3f4"),
                        1,
                        "JC-000734",
                        SiteKind.RESTAURANT,
                        "630102",
                        "GAS-2026",
                        12,
                        1,
                        1,
                        0,
                        false,
                        Instant.parse("2026-05-03T02:15:00Z")));
    }

    @Test
    void aTrainingIsReadWithWhenItWasHeldAndWhenItWasVoided() throws Exception {
        UUID id = UUID.fromString("0199f3a0-5b7c-7d11-9a3e-4f60a1c2d3f0");
        Instant held = Instant.parse("2026-05-02T06:30:00Z");
        assertThat(TrainingEvent.read(record(example("training-events/examples/training.held.json"))))
                .isEqualTo(new Training(id, 1, "630102", Audience.UNIT_STAFF, 64, "GAS-2026", held, null));
        assertThat(TrainingEvent.read(record(example("training-events/examples/training.voided.json"))))
                .isEqualTo(new Training(
                        id,
                        2,
                        "630102",
                        Audience.UNIT_STAFF,
                        64,
                        "GAS-2026",
                        held,
                        Instant.parse("2026-05-03T02:00:00Z")));
    }

    @Test
    void aCampaignIsReadWithItsPlan() throws Exception {
        assertThat(CampaignEvent.read(record(example("campaign-events/examples/campaign.registered.json"))))
                .isEqualTo(new Campaign(
                        "GAS-2026",
                        1,
                        "城镇燃气安全专项整治",
                        LocalDate.parse("2026-04-01"),
                        LocalDate.parse("2026-12-31"),
                        List.of(
                                new Phase(
                                        Phase.Kind.MOBILISE,
                                        LocalDate.parse("2026-04-01"),
                                        LocalDate.parse("2026-04-15")),
                                new Phase(
                                        Phase.Kind.SELF_CHECK,
                                        LocalDate.parse("2026-04-16"),
                                        LocalDate.parse("2026-05-31"))),
                        List.of("6301", "6302"),
                        Set.of(SiteKind.RESTAURANT, SiteKind.SCHOOL),
                        new BigDecimal("1"),
                        new BigDecimal("0.95")));
    }

    @ParameterizedTest
    @MethodSource("activityExamples")
    void whatIsAddedLaterToAnyOfThemIsIgnoredAndSoIsATypeNotKnownYet(String example) throws Exception {
        JsonNode event = example(example);
        Object before = activity(record(event));
        assertThat(before).isNotNull();
        ((ObjectNode) event.required("data")).putObject("addedLater").put("深", 1);
        assertThat(activity(record(event))).isEqualTo(before);
        ((ObjectNode) event.required("headers")).put("ce_type", "something.else");
        assertThat(activity(record(event))).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "site-events/examples/site.registered.json | {\"siteCode\": \"\"} | siteCode",
                "site-events/examples/site.registered.json | {\"kind\": \"CASTLE\"} | CASTLE",
                "site-events/examples/site.registered.json | {\"active\": null} | no active",
                "site-events/examples/site.registered.json | {\"unitCode\": \"%s\"} | unitCode has 65",
                "unit-events/examples/unit.registered.json | {\"districtCode\": \"63~\"} | districtCode",
                "unit-events/examples/unit.registered.json | {\"at\": null} | no at",
                "inspection-events/examples/inspection.held.json | {\"checked\": -1} | checked is -1",
                "inspection-events/examples/inspection.held.json | {\"hazardIds\": null} | no hazardIds",
                "inspection-events/examples/inspection.held.json | {\"siteCode\": \"%s\"} | siteCode has 65",
                "training-events/examples/training.held.json | {\"people\": 0} | people is 0",
                "training-events/examples/training.held.json | {\"audience\": \"CATS\"} | CATS",
                "training-events/examples/training.voided.json | {\"heldAt\": null} | no heldAt",
                "campaign-events/examples/campaign.registered.json | {\"targets\": {\"coverage\": 1.01, \"closure\": 1}} | targets.coverage",
                "campaign-events/examples/campaign.registered.json | {\"period\": {\"from\": \"2026-04-01\"}} | no period.to",
                "campaign-events/examples/campaign.registered.json | {\"districts\": [null]} | no districtCode",
                "campaign-events/examples/campaign.registered.json | {\"phases\": [null]} | no phases",
                "campaign-events/examples/campaign.registered.json | {\"phases\": [{\"phase\": \"REST\"}]} | REST"
            })
    void whatTheFiguresCannotUseIsBrokenAndSaysWhy(String example, String change, String why) throws Exception {
        JsonNode event = example(example);
        ((ObjectNode) event.required("data")).setAll((ObjectNode) JSON.readTree(change.formatted("x".repeat(65))));
        assertThatThrownBy(() -> activity(record(event)))
                .isInstanceOfSatisfying(BrokenRecordException.class, broken -> assertThat(broken.detail())
                        .contains(why));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hazardId", "version", "districtCode", "grade", "category", "source", "status", "round", "at"})
    void withoutWhatTheFiguresNeedAnEventIsBrokenAndSaysSo(String field) throws Exception {
        JsonNode event = example("hazard-events/examples/hazard.found.json");
        ((ObjectNode) event.required("data")).remove(field);
        assertBroken(record(event), "no " + field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\": 0}",
                "{\"version\": \"many\"}",
                "{\"round\": -1}",
                "{\"status\": \"FORGOTTEN\"}",
                "{\"grade\": \"HUGE\"}",
                "{\"districtCode\": \"63~\"}",
                "{\"districtCode\": \"\"}",
                "{\"at\": \"yesterday\"}",
                "{\"at\": \"+999999999-12-31T23:59:59Z\"}",
                "{\"dueAt\": \"-000001-01-01T00:00:00Z\"}",
                "{\"dueAt\": \"2026-02-30T00:00:00Z\"}",
                "{\"hazardId\": \"17\"}"
            })
    void aValueThatTheContractForbidsMakesAnEventBroken(String change) throws Exception {
        JsonNode event = example("hazard-events/examples/hazard.found.json");
        ((ObjectNode) event.required("data")).setAll((ObjectNode) JSON.readTree(change));
        assertThatThrownBy(() -> HazardEvent.read(record(event))).isInstanceOf(BrokenRecordException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E999999999", "1E-999999999", "-123456789012345678901"})
    void aSumOfAnyNumberOfDigitsMakesAnEventBrokenBeforeAnythingIsReckonedWithIt(String funds) throws Exception {
        String data = example("hazard-events/examples/hazard.found.json")
                .required("data")
                .toString();
        ConsumerRecord<byte[], byte[]> event = new ConsumerRecord<>(
                "hazard.events", 0, 0, null, bytes(data.replaceFirst("\\{", "{\"funds\":" + funds + ",")));
        event.headers().add("ce_type", bytes("hazard.found"));
        assertBroken(event, "funds has more than 20 digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{", "[]", "17", "\"found\"", "{\"hazardId\": {}}"})
    void whatIsNoEventAtAllIsBroken(String data) {
        ConsumerRecord<byte[], byte[]> event = new ConsumerRecord<>("hazard.events", 0, 0, null, bytes(data));
        event.headers().add("ce_type", bytes("hazard.found"));
        assertThatThrownBy(() -> HazardEvent.read(event)).isInstanceOf(BrokenRecordException.class);
    }

    @Test
    void aRecordWithoutDataIsBroken() {
        assertBroken(new ConsumerRecord<>("hazard.events", 0, 0, null, null), "no data");
    }

    @Test
    void aRecordThatDoesNotSayWhatHappenedIsBroken() throws Exception {
        ConsumerRecord<byte[], byte[]> event = record(example("hazard-events/examples/hazard.found.json"));
        event.headers().remove("ce_type");
        assertBroken(event, "no header ce_type");
    }

    @Test
    void anEventOfATypeNotKnownYetTellsHowTheHazardStands() throws Exception {
        JsonNode event = example("hazard-events/examples/hazard.assigned.json");
        ((ObjectNode) event.required("headers")).put("ce_type", "hazard.inspected-by-drone");
        assertThat(HazardEvent.read(record(event)).step().status()).isEqualTo(Status.ASSIGNED);
    }

    static Stream<String> hazardExamples() throws IOException {
        return examples("hazard-events/examples");
    }

    static Stream<String> activityExamples() throws IOException {
        return Stream.of("site", "unit", "inspection", "training", "campaign").flatMap(kind -> {
            try {
                return examples(kind + "-events/examples");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static @Nullable Object activity(ConsumerRecord<byte[], byte[]> event) throws BrokenRecordException {
        for (Intake.Reading<?> reading : List.<Intake.Reading<?>>of(
                SiteEvent::read, UnitEvent::read, InspectionEvent::read, TrainingEvent::read, CampaignEvent::read)) {
            Object read = reading.read(event);
            if (read != null) {
                return read;
            }
        }
        return null;
    }

    private static Stream<String> examples(String folder) throws IOException {
        try (Stream<Path> files = Files.list(contract(folder))) {
            return files.map(file -> folder + "/" + file.getFileName()).sorted().toList().stream();
        }
    }

    private static JsonNode example(String name) throws IOException {
        return JSON.readTree(Files.readAllBytes(contract(name)));
    }

    private static Path contract(String name) {
        URL found = Objects.requireNonNull(ContractTest.class.getResource("/contracts/" + name), name);
        try {
            return Path.of(found.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ConsumerRecord<byte[], byte[]> record(JsonNode event) throws IOException {
        ConsumerRecord<byte[], byte[]> sent = new ConsumerRecord<>(
                "hazard.events",
                0,
                0,
                bytes(event.required("key").asText()),
                JSON.writeValueAsBytes(event.required("data")));
        event.required("headers").properties().forEach(header -> sent.headers()
                .add(header.getKey(), bytes(header.getValue().asText())));
        return sent;
    }

    private static void assertBroken(ConsumerRecord<byte[], byte[]> event, String why) {
        assertThatThrownBy(() -> HazardEvent.read(event))
                .isInstanceOfSatisfying(BrokenRecordException.class, broken -> assertThat(broken.detail())
                        .contains(why));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
