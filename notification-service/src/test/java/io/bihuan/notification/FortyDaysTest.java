package io.bihuan.notification;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bihuan.notification.fixtures.Hazard;
import io.bihuan.notification.fixtures.Inbox;
import io.bihuan.notification.fixtures.Kafka;
import io.bihuan.notification.fixtures.Lookup;
import io.bihuan.notification.fixtures.OnRealParts;
import io.bihuan.notification.fixtures.SettableTime;
import io.bihuan.notification.ladder.Quiet;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Forty days from 24 April 2026, over the Labour Day holiday (1 to 5 May) and its make-up Saturday (9 May), minute for minute
 * as the glossary, section 5, says it by hand.
 */
@OnRealParts
class FortyDaysTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    /** Finer than the steps of any ladder; whatever came at another minute would be seen at the next of these. */
    private static final Duration STEP = Duration.ofMinutes(10);

    /** When it is handed over, the hazard, the text's template, the person. */
    private static final String BY_HAND = """
            04-24 10:00 MINOR   threeDaysBefore   responsible of MINOR
            04-24 23:30 AT_NIGHT_MAJOR   dayBefore  responsible of AT_NIGHT_MAJOR
            04-25 07:00 AT_NIGHT_SERIOUS dayBefore  responsible of AT_NIGHT_SERIOUS
            04-25 08:30 AT_NIGHT_MAJOR   dueDay     responsible of AT_NIGHT_MAJOR
            04-25 08:30 AT_NIGHT_SERIOUS dueDay     responsible of AT_NIGHT_SERIOUS
            04-26 08:30 MINOR   dayBefore         responsible of MINOR
            04-27 08:30 MINOR   dueDay            responsible of MINOR
            04-28 08:30 GENERAL threeDaysBefore   responsible of GENERAL
            04-28 08:30 MINOR   remind            responsible of MINOR
            04-28 08:30 MINOR   remind            head of MINOR
            04-30 08:30 GENERAL dayBefore         responsible of GENERAL
            04-30 08:30 MINOR   interview         supervisor
            05-01 08:30 GENERAL dueDay            responsible of GENERAL
            05-02 08:30 GENERAL remind            responsible of GENERAL
            05-02 08:30 GENERAL remind            head of GENERAL
            05-04 08:30 GENERAL interview         supervisor
            05-04 08:30 MINOR   circular          office
            05-06 08:30 SERIOUS threeDaysBefore   responsible of SERIOUS
            05-08 08:30 GENERAL circular          office
            05-08 08:30 SERIOUS dayBefore         responsible of SERIOUS
            05-09 08:30 SERIOUS dueDay            responsible of SERIOUS
            05-10 08:30 SERIOUS remind            responsible of SERIOUS
            05-10 08:30 SERIOUS remind            head of SERIOUS
            05-12 08:30 MINOR   listed            office
            05-12 08:30 MINOR   listed            leader
            05-12 08:30 SERIOUS interview         supervisor
            05-16 08:30 GENERAL listed            office
            05-16 08:30 GENERAL listed            leader
            05-16 08:30 SERIOUS circular          office
            05-21 08:30 MAJOR   threeDaysBefore   responsible of MAJOR
            05-23 08:30 MAJOR   dayBefore         responsible of MAJOR
            05-24 08:30 MAJOR   dueDay            responsible of MAJOR
            05-24 08:30 SERIOUS listed            office
            05-24 08:30 SERIOUS listed            leader
            05-25 08:30 MAJOR   remind            responsible of MAJOR
            05-25 08:30 MAJOR   remind            head of MAJOR
            05-27 08:30 MAJOR   interview         supervisor
            05-31 08:30 MAJOR   circular          office
            """;

    @Inject
    Kafka kafka;

    @Inject
    Inbox inbox;

    @Inject
    SettableTime time;

    @Inject
    Quiet quiet;

    @Inject
    DataSource database;

    private final Map<String, String> names = new TreeMap<>();
    private final Map<String, Hazard> hazards = new LinkedHashMap<>();

    @BeforeEach
    void theGatewayIsWell() {
        inbox.behavesWell();
    }

    @AfterEach
    void timeFlowsAgain() {
        time.set("2026-05-03T02:00:00Z");
    }

    @Test
    void everyMessageOfFortyDaysIsTheOneOfTheTableAndNoOther() throws Exception {
        var district = "63" + ThreadLocalRandom.current().nextInt(4000, 9000);
        known("supervisor", contact(Map.of("districtCode", district, "role", "SUPERVISOR")));
        known("office", contact(Map.of("districtCode", district.substring(0, 4), "role", "OFFICE")));
        known("leader", contact(Map.of("districtCode", district, "role", "LEADER")));

        go("2026-04-24T10:00:00+08:00");
        assigned("MAJOR", "MAJOR", district, "2026-05-25T00:00:00+08:00");
        assigned("SERIOUS", "SERIOUS", district, "2026-05-10T00:00:00+08:00");
        assigned("GENERAL", "GENERAL", district, "2026-05-02T00:00:00+08:00");
        assigned("MINOR", "MINOR", district, "2026-04-28T00:00:00+08:00");
        passUntil("2026-04-24T23:30:00+08:00");
        assigned("AT_NIGHT_MAJOR", "MAJOR", district, "2026-04-26T00:00:00+08:00");
        assigned("AT_NIGHT_SERIOUS", "SERIOUS", district, "2026-04-26T00:00:00+08:00");
        passUntil("2026-04-25T12:00:00+08:00");
        rectified("AT_NIGHT_MAJOR");
        rectified("AT_NIGHT_SERIOUS");
        passUntil("2026-06-03T10:00:00+08:00");

        assertThat(sent()).containsExactlyElementsOf(byHand());
    }

    private static List<String> byHand() {
        return BY_HAND.lines().map(line -> line.replaceAll(" +", " ")).sorted().toList();
    }

    private List<String> sent() {
        var sent = new ArrayList<String>();
        hazards.forEach((name, hazard) -> Lookup.messages(hazard.id()).forEach(message -> {
            var at = Instant.parse("" + message.get("handedOverAt"));
            sent.add(String.join(
                    " ",
                    MINUTE.format(LocalDateTime.ofInstant(at, SHANGHAI)),
                    name,
                    "" + message.get("template"),
                    "" + names.get("" + message.get("to"))));
            assertThat(inbox.messagesTo(String.valueOf(message.get("to"))))
                    .extracting(arrived -> arrived.get("messageId"))
                    .containsOnlyOnce(message.get("id"));
        }));
        return sent.stream().sorted().toList();
    }

    private void assigned(String name, String grade, String district, String dueAt) throws Exception {
        var unit = "四十天" + name + ThreadLocalRandom.current().nextInt(1_000_000);
        var hazard = new Hazard(kafka).graded(grade).assignedTo(unit).in(district);
        names.put(hazard.phone(), "responsible of " + name);
        known("head of " + name, contact(Map.of("unit", unit, "role", "UNIT_HEAD")));
        hazards.put(name, hazard);
        hazard.found(time.instant())
                .assigned(OffsetDateTime.parse(dueAt).toInstant().toString(), time.instant());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !Lookup.reminders(hazard.id()).isEmpty());
        settle();
    }

    private void rectified(String name) {
        var hazard = requireNonNull(hazards.get(name)).rectified(time.instant());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !Lookup.reminders(hazard.id()).containsValue("PENDING"));
    }

    private void known(String name, String phone) {
        names.put(phone, name);
    }

    private static String contact(Map<String, String> post) {
        var phone = "13" + ThreadLocalRandom.current().nextLong(100_000_000, 1_000_000_000);
        var contact = new TreeMap<String, Object>(post);
        contact.put("name", "联系人");
        contact.put("phone", phone);
        given().contentType("application/json")
                .body(contact)
                .post("/api/notifications/contacts")
                .then()
                .statusCode(201);
        return phone;
    }

    private void go(String instant) throws Exception {
        time.stand(OffsetDateTime.parse(instant).toInstant());
        settle();
    }

    private void passUntil(String instant) throws Exception {
        var end = OffsetDateTime.parse(instant).toInstant();
        while (time.instant().isBefore(end)) {
            time.stand(time.instant().plus(STEP));
            settle();
        }
    }

    /** Lets everything happen that happens at this instant. */
    private void settle() throws Exception {
        if (unsettled() > 0) {
            await().atMost(Duration.ofSeconds(60)).until(() -> unsettled() == 0);
        }
    }

    /** What of these hazards is due by now, and is not a message at the gateway yet. */
    private int unsettled() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select
                            (select count(*) from reminder r join watched_hazard h using (hazard_id)
                                where hazard_id = any (?) and r.state = 'PENDING' and remind_at <= ?::timestamptz
                                    and (not ? or h.grade = 'MAJOR'))
                            + (select count(*) from notice where hazard_id = any (?) and message_id is null)
                            + (select count(*) from message where hazard_id = any (?) and state = 'QUEUED')""")) {
            var ids = connection.createArrayOf(
                    "uuid", hazards.values().stream().map(Hazard::id).toArray());
            select.setArray(1, ids);
            select.setString(2, time.instant().toString());
            select.setBoolean(3, quiet.at(time.instant()));
            select.setArray(4, ids);
            select.setArray(5, ids);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
