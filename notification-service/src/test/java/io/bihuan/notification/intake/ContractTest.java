package io.bihuan.notification.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.bihuan.notification.deadletter.BrokenRecordException;
import io.bihuan.notification.deadline.HazardChanged;
import io.bihuan.notification.deadline.HazardChanged.Assignee;
import io.bihuan.notification.deadline.HazardChanged.Finding;
import io.bihuan.notification.deadline.Status;
import io.bihuan.notification.fixtures.Hazard;
import io.bihuan.notification.fixtures.Kafka;
import io.bihuan.notification.ladder.Grade;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractTest {

    private final EventReader reader =
            new EventReader(JsonMapper.builder().addModule(new JavaTimeModule()).build());

    static List<String> examples() throws Exception {
        try (var files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleOfTheContractIsRead(String type) throws Exception {
        var example = Hazard.example(type);

        var changed = read(type, (ObjectNode) example.get("data"));

        assertThat(changed.hazardId()).hasToString(example.get("key").asText());
        assertThat(changed.version()).isEqualTo(example.at("/data/version").asInt());
        assertThat(changed.status()).hasToString(example.at("/data/status").asText());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatIsAddedToTheContractLaterDisturbsNothing(String type) throws Exception {
        var data = (ObjectNode) Hazard.example(type).get("data");
        var before = read(type, data);
        data.put("addedLater", "something").putObject("addedToo").put("deep", 1);
        if (data.path("unit").isObject()) {
            data.withObject("/unit").put("addedLater", true);
        }

        assertThat(read(type, data)).isEqualTo(before);
    }

    @Test
    void anAssignmentSaysWhoMustRectifyAndByWhen() throws Exception {
        assertThat(read("hazard.assigned", (ObjectNode)
                        Hazard.example("hazard.assigned").get("data")))
                .isEqualTo(new HazardChanged(
                        UUID.fromString("0199f3a0-5b7c-7d11-9a3e-4f60a1c2d3e4"),
                        2,
                        "630102-2026-000017",
                        Status.ASSIGNED,
                        Grade.SERIOUS,
                        "630102",
                        1,
                        Instant.parse("2026-05-10T16:00:00Z"),
                        Instant.parse("2026-05-03T02:40:00Z"),
                        Instant.parse("2026-05-03T02:40:00Z"),
                        null,
                        new Assignee("城东区某餐馆", null, "餐馆负责人", "13900000000")));
    }

    @Test
    void aTypeThatIsSaidToBeNothingIsMissing() {
        var record = new ConsumerRecord<>("hazard.events", 0, 0, new byte[0], new byte[0]);
        record.headers().add("ce_type", null);

        assertThatThrownBy(() -> EventReader.type(record))
                .isInstanceOf(BrokenRecordException.class)
                .hasMessage("header ce_type");
    }

    @Test
    void whatIsWrongIsSaidByTheFindingAndNotByTheRectification() throws Exception {
        var found =
                read("hazard.found", (ObjectNode) Hazard.example("hazard.found").get("data"));
        var rectified = read("hazard.rectified", (ObjectNode)
                Hazard.example("hazard.rectified").get("data"));

        assertThat(found.finding()).isEqualTo(new Finding("后厨未安装可燃气体报警器", "城东区某餐馆"));
        assertThat(rectified.finding()).isNull();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatEveryEventHasMustNotBeMissing(String type) {
        for (var field : List.of(
                "hazardId", "version", "number", "status", "grade", "districtCode", "round", "at", "recordedAt")) {
            var data = (ObjectNode) Hazard.example(type).get("data");
            data.remove(field);

            assertThatThrownBy(() -> read(type, data))
                    .isInstanceOfSatisfying(BrokenRecordException.class, broken -> assertThat(broken.reason())
                            .isEqualTo(BrokenRecordException.Reason.MISSING_FIELD))
                    .hasMessage(field);
        }
    }

    private HazardChanged read(String type, ObjectNode data) throws BrokenRecordException {
        var record = new ConsumerRecord<>("hazard.events", 0, 0, new byte[0], Hazard.write(data));
        record.headers().add("ce_type", Kafka.bytes(type));
        return reader.read(record);
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(ContractTest.class
                .getResource("/contracts/hazard-events/examples")
                .toURI());
    }
}
