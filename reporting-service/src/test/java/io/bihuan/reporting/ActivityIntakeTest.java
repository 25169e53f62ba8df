package io.bihuan.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.bihuan.reporting.testing.Activity;
import io.bihuan.reporting.testing.Activity.InspectionTold;
import io.bihuan.reporting.testing.Activity.SiteTold;
import io.bihuan.reporting.testing.Activity.TrainingTold;
import io.bihuan.reporting.testing.Asked;
import io.bihuan.reporting.testing.Event;
import io.bihuan.reporting.testing.Kept;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ActivityIntakeTest extends RealPartsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String MAY = "2026-05-01T01:00:00Z";

    private final String district = Kept.freshDistrict();

    @Test
    void aVoidingThatIsToldBeforeTheTrainingCountsAndSoDoesTheTimeBeforeIt() {
        TrainingTold training =
                TrainingTold.held(district, "RESIDENTS", 40, MAY).voided("2026-05-09T01:00:00Z");
        topics.send(training.events().get(1));
        kept.awaitTrainings(List.of(training));
        topics.send(training.events().get(0));
        TrainingTold other = TrainingTold.held(district, "STUDENTS", 7, MAY);
        topics.send(other.events());
        kept.awaitTrainings(List.of(training, other));
        assertThat(people("2026-05-09T00:59:59.999999Z")).isEqualTo(47);
        assertThat(people("2026-05-09T01:00:00Z")).isEqualTo(7);
        assertThat(people("2026-05-01T00:59:59.999999Z")).isZero();
    }

    @Test
    void anInspectionAndASiteToldTwiceCountOnce() {
        SiteTold site = Activity.site(district + "A", 1, "SCHOOL", district, MAY);
        InspectionTold inspection = InspectionTold.clean(site.code(), "SCHOOL", district, "2026-05-02T01:00:00Z");
        topics.send(inspection.event(), site.event(), inspection.event(), site.event());
        SiteTold after = Activity.site(district + "A", 2, "SCHOOL", district, "2026-05-03T01:00:00Z");
        topics.send(inspection.event(), after.event());
        kept.awaitSites(List.of(site, after));
        kept.awaitInspections(List.of(inspection));
        JsonNode total = Asked.of("coverage", "parent", district).required("total");
        assertThat(total.required("sites").asInt()).isOne();
        assertThat(total.required("inspections").asInt()).isOne();
        assertThat(total.required("coverageRate").asText()).isEqualTo("1.0000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "site.events | site.registered | UNREADABLE",
                "unit.events | unit.registered | UNREADABLE",
                "inspection.events | inspection.held | UNREADABLE",
                "training.events | training.voided | UNREADABLE",
                "campaign.events | campaign.registered | UNREADABLE"
            })
    void aBrokenOneIsADeadLetterAndOneOfATypeNotKnownYetIsNot(String topic, String type, String reason) {
        String key = district + topic;
        topics.send(
                new Event(topic, key + "?", "something.else", "{\"version\": []}"),
                new Event(topic, key, type, "{\"version\": 0}"));
        ConsumerRecord<byte[], byte[]> letter = awaitLetter(key);
        assertThat(letter.value()).isEqualTo("{\"version\": 0}".getBytes(StandardCharsets.UTF_8));
        assertThat(new String(letter.headers().lastHeader("dead-letter-reason").value(), StandardCharsets.UTF_8))
                .isEqualTo(reason);
        assertThat(letters(key + "?")).isEmpty();
    }

    @Test
    void aCodeThatTheDatabaseRefusesHarmsOnlyItsOwnRecord() {
        SiteTold good = Activity.site(district + "A", 1, "SCHOOL", district, MAY);
        Event broken =
                Activity.site(district + "B\\u0000", 1, "SCHOOL", district, MAY).event();
        topics.send(broken, good.event());
        kept.awaitSites(List.of(good));
        assertThat(new String(
                        awaitLetter(district + "B\\u0000")
                                .headers()
                                .lastHeader("dead-letter-reason")
                                .value(),
                        StandardCharsets.UTF_8))
                .isEqualTo("REFUSED");
        assertThat(Asked.of("coverage", "parent", district).at("/total/sites").asInt())
                .isOne();
    }

    private int people(String asOf) {
        return Asked.of("trainings", "parent", district, "asOf", asOf)
                .at("/total/people")
                .asInt();
    }

    private ConsumerRecord<byte[], byte[]> awaitLetter(String key) {
        return await().atMost(PATIENCE)
                .until(() -> letters(key), letters -> !letters.isEmpty())
                .get(0);
    }

    private List<ConsumerRecord<byte[], byte[]>> letters(String key) {
        return topics.deadLetters().stream()
                .filter(letter -> new String(letter.key(), StandardCharsets.UTF_8).equals(key))
                .toList();
    }
}
