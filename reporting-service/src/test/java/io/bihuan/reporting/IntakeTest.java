package io.bihuan.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bihuan.reporting.testing.Event;
import io.bihuan.reporting.testing.Kept;
import io.bihuan.reporting.testing.Life;
import io.bihuan.reporting.testing.Report;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class IntakeTest extends RealPartsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String district = Kept.freshDistrict();

    @Test
    void aHazardsWholeLifeMovesTheFigures() {
        Life life = Life.in(district).found("2026-05-01T01:00:00Z");
        tell(life);
        assertThat(Report.of(district).total()).containsEntry("found", 1).containsEntry("assigned", 0);

        life.assigned("2026-05-01T02:00:00Z", "2026-05-08T16:00:00Z").rectified("2026-05-08T16:00:00Z");
        tell(life);
        Report rectified = Report.of(district);
        assertThat(rectified.total("rectified")).isOne();
        assertThat(rectified.total("open")).isOne();
        assertThat(rectified.exact("onTimeRate")).isEqualTo("1.0000");

        tell(life.closed("2026-05-11T01:00:00Z"));
        Report closed = Report.of(district);
        assertThat(closed.total("closed")).isOne();
        assertThat(closed.exact("meanDaysToClose")).isEqualTo("10.0");
    }

    @Test
    void anEventThatComesAgainChangesNothing() {
        Life life = closedLife();
        tell(life);
        var before = Report.of(district).total();
        Life last = closedLife();
        topics.send(life.events());
        topics.send(life.events().get(0), life.events().get(3), life.events().get(1));
        tell(last);
        Report after = Report.of(district);
        assertThat(after.total("found")).isEqualTo(2);
        assertThat(after.total("closed")).isEqualTo(2);
        assertThat(after.exact("meanDaysToClose")).isEqualTo(String.valueOf(before.get("meanDaysToClose")));
    }

    @Test
    void eventsInAnyOrderEndInTheSameFigures() {
        tell(closedLife());
        var ordered = Report.of(district).total();
        Random random = new Random(20260501);
        for (int i = 0; i < 20; i++) {
            Life life = closedLife();
            List<Event> shuffled = new ArrayList<>(life.events());
            Collections.shuffle(shuffled, random);
            shuffled.forEach(topics::send);
            kept.awaitLives(List.of(life));
        }
        var shuffled = Report.of(district).total();
        assertThat(shuffled.get("found")).isEqualTo(21);
        assertThat(shuffled.get("closed")).isEqualTo(21);
        assertThat(shuffled.get("returned")).isEqualTo(21);
        List.of("rectificationRate", "onTimeRate", "meanDaysToClose", "medianDaysToClose", "p90DaysToClose")
                .forEach(measure -> assertThat(shuffled).containsEntry(measure, ordered.get(measure)));
    }

    @Test
    void everyStepOfTheDomainCountsAndSoDoesOneNotKnownYet() {
        tell(Life.in(district)
                .found("2026-05-01T01:00:00Z")
                .assigned("2026-05-01T02:00:00Z", "2026-05-02T16:00:00Z")
                .extended("2026-05-02T02:00:00Z", "2026-05-20T16:00:00Z")
                .regraded("2026-05-03T02:00:00Z", "MAJOR")
                .step("hazard.supervised", "ASSIGNED", "2026-05-03T03:00:00Z")
                .transferred("2026-05-04T02:00:00Z", district + "02")
                .rectified("2026-05-19T02:00:00Z")
                .step("hazard.inspected-by-drone", "RECTIFIED", "2026-05-22T03:00:00Z")
                .closed("2026-05-23T01:00:00Z")
                .reopened("2026-06-01T01:00:00Z", "2026-06-10T16:00:00Z"));
        Report report = Report.of(district, "grade", "MAJOR", "asOf", "2026-05-31");
        assertThat(report.codes()).isEqualTo(district + "02");
        assertThat(report.total("closed")).isOne();
        assertThat(report.total("overdueEver")).isZero();
        assertThat(report.exact("onTimeRate")).isEqualTo("1.0000");
        Report reopened = Report.of(district, "asOf", "2026-06-11T00:00:01+08:00");
        assertThat(reopened.total("closed")).isZero();
        assertThat(reopened.total("overdueNow")).isOne();
    }

    @Test
    void anEscalationCountsOnceFromItsFirstStepOnAlsoWhenItIsToldBeforeTheHazard() {
        Life life = Life.in(district)
                .found("2026-05-01T01:00:00Z")
                .assigned("2026-05-01T02:00:00Z", "2026-05-02T16:00:00Z");
        topics.send(
                Event.ofEscalation(life.hazard(), "2026-05-06T00:30:00Z"),
                Event.ofEscalation(life.hazard(), "2026-05-03T00:30:00Z"),
                new Event(Event.NOTIFICATIONS, life.hazard().toString(), "hazard.praised", "{}"),
                Event.ofEscalation(life.hazard(), "2026-05-06T00:30:00Z"));
        tell(life.escalated("2026-05-03T00:30:00Z"));

        assertThat(Report.of(district).total("escalated")).isOne();
        assertThat(Report.of(district, "asOf", "2026-05-03T00:29:59.999999Z").total("escalated"))
                .isZero();
        assertThat(Report.of(district, "asOf", "2026-05-03T00:30:00Z").item(district))
                .containsEntry("escalated", 1);

        tell(life.rectified("2026-05-07T01:00:00Z").closed("2026-05-08T01:00:00Z"));
        assertThat(Report.of(district).total("escalated")).isOne();
        tell(life.step("hazard.voided", "VOIDED", "2026-05-09T01:00:00Z"));
        assertThat(Report.of(district).total("escalated")).isZero();
    }

    @Test
    void aBrokenEscalationIsADeadLetterAndTheNextCounts() {
        Life life = Life.in(district).found("2026-05-01T01:00:00Z");
        topics.send(new Event(
                Event.NOTIFICATIONS,
                life.hazard().toString(),
                "hazard.escalated",
                "{\"hazardId\": \"17\", \"at\": 1}"));
        tell(life.escalated("2026-05-03T00:30:00Z"));

        ConsumerRecord<byte[], byte[]> letter = awaitLetter(life.hazard());
        assertThat(header(letter, "dead-letter-topic")).isEqualTo(Event.NOTIFICATIONS);
        assertThat(header(letter, "dead-letter-reason")).isEqualTo("UNREADABLE");
        assertThat(Report.of(district).total("escalated")).isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UNREADABLE | {\"hazardId\": ",
                "UNREADABLE | {\"hazardId\": \"0199f3a0-5b7c-7d11-9a3e-4f60a1c2d3e4\"}"
            })
    void aBrokenRecordGoesToTheDeadLettersAsItCameAndThePartitionGoesOn(String reason, String data) {
        Life after = closedLife();
        RecordMetadata sent = topics.send(record(after.hazard(), data));
        tell(after);
        ConsumerRecord<byte[], byte[]> letter = awaitLetter(after.hazard());
        assertThat(letter.value()).isEqualTo(bytes(data));
        assertThat(header(letter, "ce_type")).isEqualTo("hazard.found");
        assertThat(header(letter, "dead-letter-reason")).isEqualTo(reason);
        assertThat(header(letter, "dead-letter-detail")).isNotBlank();
        assertThat(header(letter, "dead-letter-topic")).isEqualTo(sent.topic());
        assertThat(header(letter, "dead-letter-partition")).isEqualTo("" + sent.partition());
        assertThat(header(letter, "dead-letter-offset")).isEqualTo("" + sent.offset());
        assertThat(Report.of(district).total("found")).isOne();
    }

    @Test
    void aValueThatTheDatabaseRefusesHarmsOnlyItsOwnRecord() {
        List<Life> others = List.of(closedLife(), closedLife(), closedLife());
        Life broken = Life.in(district).found("2026-05-01T01:00:00Z");
        String data = broken.said().get(0).event().data().replace("城东区某餐馆", "nul \\u0000 nul");
        List<Event> events = new ArrayList<>(others.get(0).events());
        events.add(Event.ofHazard(broken.hazard().toString(), "hazard.found", data));
        others.subList(1, 3).forEach(life -> events.addAll(life.events()));
        topics.send(events);
        kept.awaitLives(others);
        ConsumerRecord<byte[], byte[]> letter = awaitLetter(broken.hazard());
        assertThat(header(letter, "dead-letter-reason")).isEqualTo("REFUSED");
        assertThat(letter.value()).isEqualTo(bytes(data));
        assertThat(Report.of(district).total("found")).isEqualTo(3);
    }

    @Test
    void whatALetterSaysIsNoLongerThanAHeaderShouldBeWhateverItQuotes() {
        Life broken = Life.in(district).found("2026-05-01T01:00:00Z");
        String data = broken.said().get(0).event().data();
        String code = "\"districtCode\":\"" + "x".repeat(600_000) + "\"";
        topics.send(record(broken.hazard(), data.replaceFirst("\"districtCode\"\\s*:\\s*\"[^\"]*\"", code)));
        assertThat(header(awaitLetter(broken.hazard()), "dead-letter-detail"))
                .startsWith("districtCode is 'xxx")
                .hasSize(500);
    }

    @Test
    void aTombstoneIsADeadLetterToo() {
        UUID hazard = UUID.randomUUID();
        topics.send(new ProducerRecord<>(Event.HAZARDS, bytes(hazard.toString()), null));
        assertThat(header(awaitLetter(hazard), "dead-letter-detail")).isEqualTo("no data");
    }

    @Test
    void anOlderVersionOfADistrictDoesNotReplaceANewerOne() {
        topics.send(Event.ofDistrict(district, 1, "旧名"), Event.ofDistrict(district, 3, "新名"));
        kept.awaitDistrict(district, 3);
        topics.send(Event.ofDistrict(district, 2, "中间名"), Event.ofDistrict(district + "01", 1, "末名"));
        kept.awaitDistrict(district + "01", 1);
        tell(Life.in(district).found("2026-05-01T01:00:00Z"));
        assertThat(Report.of(district).item(district)).containsEntry("name", "新名");
    }

    private Life closedLife() {
        return Life.in(district)
                .found("2026-05-01T01:00:00Z")
                .assigned("2026-05-01T02:00:00Z", "2026-05-08T16:00:00Z")
                .rectified("2026-05-06T02:00:00Z")
                .returned("2026-05-07T02:00:00Z", "2026-05-09T16:00:00Z")
                .rectified("2026-05-09T16:00:01Z")
                .closed("2026-05-11T13:00:00Z");
    }

    private ConsumerRecord<byte[], byte[]> awaitLetter(UUID key) {
        return await().atMost(PATIENCE)
                .until(
                        () -> topics.deadLetters().stream()
                                .filter(letter ->
                                        new String(letter.key(), StandardCharsets.UTF_8).equals(key.toString()))
                                .toList(),
                        found -> !found.isEmpty())
                .get(0);
    }

    private static ProducerRecord<byte[], byte[]> record(UUID key, String data) {
        ProducerRecord<byte[], byte[]> sent = new ProducerRecord<>(Event.HAZARDS, bytes(key.toString()), bytes(data));
        sent.headers().add("ce_type", bytes("hazard.found"));
        return sent;
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        assertThat(header).as(name).isNotNull();
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
