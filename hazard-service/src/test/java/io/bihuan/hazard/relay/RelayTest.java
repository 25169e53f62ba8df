package io.bihuan.hazard.relay;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bihuan.stack.Databases;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the relay puts on the broker, read by a consumer of its own. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class RelayTest {

    @Inject
    EntityManager database;

    @Inject
    ObjectMapper mapper;

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String jdbcUrl;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @SuppressWarnings("NullAway.Init") // before each test
    private Listener listener;

    @BeforeEach
    void listen() {
        listener = new Listener(
                bootstrapServers, "hazard.events", "district.events", "unit.events", "site.events", "calendar.events");
    }

    @AfterEach
    void stopListening() {
        listener.close();
    }

    @Test
    void everyStepOfALifeIsPublishedInOrderAndKeepsTheContract() throws IOException {
        String id = Lives.closedAfterOneReturn();

        List<ConsumerRecord<String, String>> events = listener.eventsOf(id, 6);

        assertThat(events)
                .extracting(event -> header(event, "ce_type"))
                .containsExactly(
                        "hazard.found",
                        "hazard.assigned",
                        "hazard.rectified",
                        "hazard.returned",
                        "hazard.rectified",
                        "hazard.closed");
        assertThat(events)
                .extracting(ConsumerRecord::partition)
                .containsOnly(events.get(0).partition());
        for (int i = 0; i < events.size(); i++) {
            JsonNode data = mapper.readTree(events.get(i).value());
            assertThat(data.get("version").intValue()).isEqualTo(i + 1);
            assertThat(data.get("hazardId").textValue()).isEqualTo(id);
            Contract.ofType(header(events.get(i), "ce_type")).accepts(events.get(i));
        }
    }

    @Test
    void everyStepBesideTheBackboneIsPublishedAndKeepsTheContract() {
        List<String> ids = Lives.correctedAndReopened();

        Map<String, Integer> steps = Map.of(ids.get(0), 2, ids.get(1), 2, ids.get(2), 12);
        Set<String> types = new TreeSet<>();
        steps.forEach((id, count) -> listener.eventsOf(id, count).forEach(event -> {
            types.add(header(event, "ce_type"));
            Contract.ofType(header(event, "ce_type")).accepts(event);
        }));
        assertThat(types)
                .contains(
                        "hazard.merged",
                        "hazard.voided",
                        "hazard.supervised",
                        "hazard.extension-requested",
                        "hazard.extension-refused",
                        "hazard.extended",
                        "hazard.regraded",
                        "hazard.transferred",
                        "hazard.reopened");
    }

    @Test
    void theRegisterOfDistrictsIsPublishedAndKeepsTheContract() throws IOException {
        ConsumerRecord<String, String> district = listener.eventsOf("630102", 1).get(0);

        assertThat(district.topic()).isEqualTo("district.events");
        Contract.ofType(header(district, "ce_type")).accepts(district);
        assertThat(mapper.readTree(district.value()).get("name").textValue()).isEqualTo("城东区");
    }

    @Test
    void aYearsCalendarIsPublishedWhetherItCameWithTheProductOrAnOfficeEnteredIt() throws IOException {
        ConsumerRecord<String, String> shipped = listener.eventsOf("2026", 1).get(0);
        assertThat(shipped.topic()).isEqualTo("calendar.events");
        Contract.ofType(header(shipped, "ce_type")).accepts(shipped);
        assertThat(mapper.readTree(shipped.value()).get("shipped").booleanValue())
                .isTrue();

        enterCalendar("2045-05-01", "市专班办公室");
        enterCalendar("2045-05-02", " ");
        List<ConsumerRecord<String, String>> entered = listener.eventsOf("2045", 2);

        assertThat(entered).hasSize(2).allSatisfy(event -> Contract.ofType(header(event, "ce_type"))
                .accepts(event));
        JsonNode first = mapper.readTree(entered.get(0).value());
        assertThat(first.get("version").intValue()).isOne();
        assertThat(first.get("shipped").booleanValue()).isFalse();
        assertThat(first.get("by").textValue()).isEqualTo("市专班办公室");
        JsonNode second = mapper.readTree(entered.get(1).value());
        assertThat(second.get("version").intValue()).isEqualTo(2);
        assertThat(second.get("by").textValue()).isEqualTo("系统管理员");
        assertThat(second.get("days")).hasSize(1);
        assertThat(second.at("/days/0/date").textValue()).isEqualTo("2045-05-02");
        assertThat(second.at("/days/0/kind").textValue()).isEqualTo("OFF");
    }

    private static void enterCalendar(String holiday, String by) {
        given().contentType(ContentType.JSON)
                .body("""
                        {"recordedBy": "%s", "days": [{"date": "%s", "name": "劳动节", "kind": "OFF"}]}""".formatted(by, holiday))
                .put("/api/calendars/2045")
                .then()
                .statusCode(anyOf(is(200), is(201)));
    }

    @Test
    void theRegistersOfUnitsAndSitesArePublishedAndKeepTheContractAndNobodysPhone() throws IOException {
        Lives.registered("中继-单位", "中继-对象", "13900000077");

        for (String code : List.of("中继-单位", "中继-对象")) {
            ConsumerRecord<String, String> event = listener.eventsOf(code, 1).get(0);
            assertThat(header(event, "ce_type")).isEqualTo(event.topic().replace(".events", ".registered"));
            Contract.ofType(header(event, "ce_type")).accepts(event);
            assertThat(event.value()).doesNotContain("13900000077").doesNotContain("联系人");
        }
    }

    @Test
    void aRowThatTheBrokerWillNeverTakeIsParkedAndStopsNothingElse() {
        UUID poison = UUID.randomUUID();
        insertRow(poison, "no such topic!");
        String id = Lives.found();

        assertThat(listener.eventsOf(id, 1)).hasSize(1);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(parkedReasons(poison))
                .singleElement()
                .asString()
                .contains("Topic"));
    }

    @Test
    void whatALostSlotHasMissedIsPublishedFromTheTable() {
        String before = Lives.found();
        listener.eventsOf(before, 1);
        await("the slot to be dropped while the relay restarts")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(this::dropSlot);
        String missed = Lives.closedAfterOneReturn();

        assertThat(listener.eventsOf(missed, 6)).hasSize(6);
        assertThat(listener.recordsOf(before, 2).stream().map(Sent::of).distinct())
                .as("what is read from the table is what was read from the log")
                .hasSize(1);
    }

    @Test
    void aSlotThatTheServerGaveUpIsMadeAnewAndWhatItHasMissedIsPublished() throws SQLException {
        listener.eventsOf(Lives.found(), 1);
        String missed;
        try (Connection server = superuser()) {
            try (Leadership inTheRelaysPlace = seizedFromTheRelay(server)) {
                missed = Lives.closedAfterOneReturn();
                run(server, "alter system set idle_replication_slot_timeout = '1s'");
                run(server, "select pg_reload_conf()");
                await("the slot to be given up").atMost(Duration.ofSeconds(60)).until(() -> {
                    run(server, "checkpoint");
                    return "lost"
                            .equals(run(
                                    server,
                                    "select wal_status from pg_replication_slots where slot_name = 'bihuan_relay'"));
                });
            } finally {
                run(server, "alter system reset idle_replication_slot_timeout");
                run(server, "select pg_reload_conf()");
            }
        }

        assertThat(listener.eventsOf(missed, 6)).hasSize(6);
    }

    @Test
    void whileOneReplicaPublishesAnotherStandsBy() throws SQLException {
        listener.eventsOf(Lives.found(), 1);

        assertThat(Leadership.seize(Leadership.RELAY, jdbcUrl, user, password)).isNull();
    }

    private static Connection superuser() throws SQLException {
        Databases databases = RealParts.databases();
        return DriverManager.getConnection(databases.jdbcUrl("postgres"), "postgres", databases.superuserPassword());
    }

    private Leadership seizedFromTheRelay(Connection server) {
        return await("the relay's leadership")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(
                        () -> {
                            run(server, """
                            select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted
                            and objid = (hashtext('bihuan_relay')::bigint & 4294967295)::oid""");
                            return Leadership.seize(Leadership.RELAY, jdbcUrl, user, password);
                        },
                        Objects::nonNull);
    }

    private static @Nullable String run(Connection server, String sql) throws SQLException {
        try (Statement statement = server.createStatement()) {
            if (!statement.execute(sql)) {
                return null;
            }
            try (ResultSet answer = statement.getResultSet()) {
                return answer.next() ? answer.getString(1) : null;
            }
        }
    }

    static String header(ConsumerRecord<String, String> event, String name) {
        return new String(event.headers().lastHeader(name).value(), UTF_8);
    }

    private void insertRow(UUID id, String stream) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("""
                                insert into history (id, stream, key, subject, version, type, at, recorded_at, data,
                                                     previous_hash, hash)
                                values (:id, :stream, :key, 's', 1, 't', now(), now(), '{}', '', '')""")
                .setParameter("id", id)
                .setParameter("stream", stream)
                .setParameter("key", id.toString())
                .executeUpdate());
    }

    private List<?> parkedReasons(UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery("select reason from parked_event where history_id = :id")
                        .setParameter("id", id)
                        .getResultList());
    }

    private boolean dropSlot() {
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("select pg_terminate_backend(active_pid) from pg_replication_slots"
                            + " where slot_name = 'bihuan_relay' and active_pid is not null")
                    .getResultList();
            database.createNativeQuery("select pg_drop_replication_slot('bihuan_relay')")
                    .getResultList();
        });
        return true;
    }
}
