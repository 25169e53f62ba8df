package io.bihuan.hazard.relay;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.bihuan.stack.Topics;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The history published again. Each test's rows are recorded in a year of their own, far from all others. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class RepublicationTest {

    private static final String PATH = "/api/relay/republication";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Every stream that has a topic and is this service's. */
    private static final List<String> STREAMS = Topics.ALL.keySet().stream()
            .filter(topic -> topic.endsWith(".events") && !topic.startsWith("notification"))
            .map(topic -> topic.replace(".events", ""))
            .sorted()
            .toList();

    /** What a row may say: micros of every length, texts that JSON and headers must not change. */
    private static final List<String> TIMES = List.of(
            "2026-05-03T02:00:00Z",
            "1969-12-31T23:59:59.999999Z",
            "2026-05-03T02:00:00.500Z",
            "2026-05-03T02:00:00.00012Z");

    @Inject
    EntityManager database;

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
                bootstrapServers,
                STREAMS.stream().map(stream -> stream + ".events").toArray(String[]::new));
    }

    @AfterEach
    void stopListening() {
        listener.close();
    }

    @Test
    void everyStreamIsPublishedAgainByteForByteAsTheRelayDid() {
        String key = "再发-" + UUID.randomUUID();
        Instant year = Instant.parse("2101-01-01T00:00:00Z");
        for (String stream : STREAMS) {
            IntStream.range(0, TIMES.size()).forEach(i -> record(stream, key, i + 1, TIMES.get(i), year));
        }
        int rows = STREAMS.size() * TIMES.size();
        assertThat(listener.recordsOf(key, rows)).hasSize(rows);

        start("""
                {"from": "2101-01-01T08:00:00+08:00"}""").statusCode(202).header("Location", endsWith(PATH)).body("stream", nullValue());
        done().body("total", is(rows)).body("published", is(rows)).body("endedAt", is("2026-05-03T02:00:00Z"));

        List<Sent> records =
                listener.recordsOf(key, 2 * rows).stream().map(Sent::of).toList();
        assertThat(records).hasSize(2 * rows);
        for (String stream : STREAMS) {
            List<Sent> ofStream = records.stream()
                    .filter(each -> each.topic().equals(stream + ".events"))
                    .toList();
            assertThat(ofStream.subList(TIMES.size(), 2 * TIMES.size())).isEqualTo(ofStream.subList(0, TIMES.size()));
        }
    }

    @Test
    void onlyTheStreamThatIsAskedForAndOnlyWhatWasRecordedSince() {
        String key = UUID.randomUUID().toString();
        record("site", key, 1, TIMES.get(0), Instant.parse("2102-01-01T00:00:00Z"));
        record("site", key, 2, TIMES.get(0), Instant.parse("2102-06-01T00:00:00Z"));
        record("unit", key, 1, TIMES.get(0), Instant.parse("2102-06-01T00:00:00Z"));
        listener.recordsOf(key, 3);

        start("""
                {"stream": "site", "from": "2102-06-01T00:00:00Z"}""").statusCode(202);
        done().body("total", is(1)).body("published", is(1)).body("stream", is("site"));

        assertThat(listener.recordsOf(key, 4)).hasSize(4).last().satisfies(again -> {
            assertThat(again.topic()).isEqualTo("site.events");
            assertThat(again.value()).contains("\"version\":2");
        });
    }

    @Test
    void manyRowsOfOneKeyComeInTheirOrder() {
        String key = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeQuery("""
                                insert into history (id, stream, key, subject, version, type, at, recorded_at, data,
                                                     previous_hash, hash)
                                select gen_random_uuid(), 'case', :key, 's', step, 't', now(), '2103-01-01T00:00:00Z',
                                       cast(step as text), '', ''
                                from generate_series(1, 1700) as steps (step) order by steps.step""").setParameter("key", key).executeUpdate());
        listener.recordsOf(key, 1700);

        start("""
                {"from": "2103-01-01T00:00:00Z"}""").statusCode(202);
        done().body("published", is(1700));

        assertThat(listener.recordsOf(key, 3400).subList(1700, 3400))
                .extracting(event -> Integer.parseInt(event.value()))
                .isEqualTo(IntStream.rangeClosed(1, 1700).boxed().toList());
    }

    @Test
    void whoeverTakesItUpAfterADeathGoesOnWhereItWas() throws SQLException {
        String key = UUID.randomUUID().toString();
        IntStream.rangeClosed(1, 3)
                .forEach(i -> record("training", key, i, TIMES.get(0), Instant.parse("2104-01-01T00:00:00Z")));
        listener.recordsOf(key, 3);
        // The state that a replica leaves which dies when it has noted one of three.
        try (Leadership nobodyElse = seized()) {
            start("""
                    {"stream": "training", "from": "2104-01-01T00:00:00Z"}""").statusCode(202);
            update("update republication set total = 3, published = 1, position ="
                    + " (select seq from history where key = '" + key + "' and version = 1) where ended_at is null");
        }
        done().body("total", is(3)).body("published", is(3));

        assertThat(listener.recordsOf(key, 5))
                .extracting(event -> event.value().replaceAll("\\D*(\\d).*", "$1"))
                .containsExactly("1", "2", "3", "2", "3");
    }

    @Test
    void thereIsOneAtATimeAndItSaysHowFarItIs() throws SQLException {
        try (Leadership nobodyElse = seized()) {
            start("""
                    {"stream": "calendar", "from": "2105-01-01T00:00:00Z"}""")
                    .statusCode(202)
                    .body("state", is("RUNNING"))
                    .body("total", nullValue())
                    .body("published", is(0));
            start("{}").statusCode(409).body("republicationStatus", is("RUNNING"));
            given().get(PATH).then().statusCode(200).body("state", is("RUNNING"));
        }
        done().body("total", is(0));
    }

    @Test
    void aRowThatTheBrokerWillNeverTakeIsParkedAndTheNextIsPublished() {
        String key = UUID.randomUUID().toString();
        Instant year = Instant.parse("2106-01-01T00:00:00Z");
        UUID poison = record("no such topic!", key, 1, TIMES.get(0), year);
        record("campaign", key, 1, TIMES.get(0), year);
        listener.recordsOf(key, 1);
        await().atMost(PATIENCE).until(() -> unpark(poison) == 1);

        start("""
                {"from": "2106-01-01T00:00:00Z"}""").statusCode(202);
        done().body("published", is(2));

        assertThat(listener.recordsOf(key, 2)).hasSize(2);
        assertThat(unpark(poison)).isOne();
    }

    @Test
    void whatCannotBeIsRefusedByField() {
        start("""
                {"stream": "weather"}""").statusCode(400).body("violations.field", contains("stream"));
        start("""
                {"stream": ""}""").statusCode(400).body("violations.field", contains("stream"));
        start("""
                {"from": "yesterday"}""").statusCode(400).body("violations.field", contains("from"));
        start("""
                {"from": "+999999999-12-31T23:59:59.999999999Z"}""").statusCode(400).body("violations.field", contains("from"));
        start("""
                {"from": "-999999999-01-01T00:00:00Z"}""").statusCode(400).body("violations.field", contains("from"));
        start("""
                {"topic": "hazard"}""").statusCode(400).body("violations.field", contains("topic"));
    }

    private UUID record(String stream, String key, int version, String at, Instant recordedAt) {
        UUID id = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("""
                                insert into history (id, stream, key, subject, version, type, at, recorded_at, data,
                                                     previous_hash, hash)
                                values (:id, :stream, :key, '闭环 №1 "\\😀', :version, 't.t', :at, :recordedAt, :data, '', '')""")
                .setParameter("id", id)
                .setParameter("stream", stream)
                .setParameter("key", key)
                .setParameter("version", version)
                .setParameter("at", Instant.parse(at))
                .setParameter("recordedAt", recordedAt.plus(version, ChronoUnit.MICROS))
                .setParameter("data", "{\"version\":" + version + ",\"什么\":\"\\u0041 é 😀\\n\",\"funds\":3200.00}")
                .executeUpdate());
        return id;
    }

    private Leadership seized() {
        return await().atMost(PATIENCE)
                .until(() -> Leadership.seize(Leadership.REPUBLICATION, jdbcUrl, user, password), Objects::nonNull);
    }

    private int unpark(UUID id) {
        return update("delete from parked_event where history_id = '" + id + "'");
    }

    private int update(String statement) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(statement).executeUpdate());
    }

    private static ValidatableResponse start(String body) {
        return given().contentType(ContentType.JSON).body(body).post(PATH).then();
    }

    private static ValidatableResponse done() {
        await().atMost(PATIENCE).until(() -> given().get(PATH).path("state").equals("DONE"));
        return given().get(PATH).then();
    }
}
