package io.bihuan.hazard.rest;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.bihuan.hazard.SettableClock;
import io.bihuan.hazard.documents.Docx;
import io.bihuan.hazard.sheets.Reading;
import io.bihuan.hazard.sheets.Row;
import io.bihuan.hazard.sheets.Table;
import io.bihuan.stack.testing.Callers;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who reported is sent in by every way there is, and then looked for everywhere. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class NoTraceOfCitizensTest {

    private static final String NAME = "欧阳查无此人";
    private static final String PHONE = "13987605432";
    private static final String MAPPING = """
            ledger: no-trace
            dates: {patterns: [yyyy-MM-dd], zone: Asia/Shanghai}
            found:
              at: 发现
              externalNumber: 编号
              districtCode: {value: "630102"}
              grade: {column: 等级, codes: {一般: GENERAL}}
              category: {value: RESIDENTIAL_USE}
              source: {value: CITIZEN}
              description: 问题
              foundBy: 举报人
              witness: 见证人
              unit: {name: {value: 某小区物业}}
            life: []
            steps: {}
            """;
    private static final String HEADER = "编号,等级,问题,发现,举报人,见证人\n";

    @Inject
    EntityManager database;

    @Inject
    SettableClock clock;

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    private final Log log = new Log();

    /** All that is logged, with stack traces. */
    private static final class Log extends Handler {

        private final PatternFormatter formatter = new PatternFormatter("%p %c %m %e");
        private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord line) {
            lines.add(formatter.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void startTheClockAndListen() {
        clock.reset();
        log.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(log);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(log);
    }

    @Test
    void aCitizenIsFoundNowhereButWhereSomebodyLooks() throws IOException {
        String case_ = aCaseAndItsHazard();
        String hazard = aHazardThatWasReported();
        aLedgerThatNamesCitizens();
        requestsThatAreRefused();
        requestsThatFail(case_);

        office().get("/api/cases/" + case_ + "/caller").then().body(containsString(NAME), containsString(PHONE));
        office().get("/api/hazards/" + hazard + "/reporters").then().body(containsString(NAME));

        assertThat(inTheDatabase()).as("rows of the database").isEmpty();
        assertThat(log.lines).as("the log").isNotEmpty().noneMatch(NoTraceOfCitizensTest::tells);
        assertThat(theDatabasesOwnLog()).as("the database's log").isNotEmpty().noneMatch(NoTraceOfCitizensTest::tells);
        assertThat(records(hazard)).as("records of all topics").isNotEmpty().noneMatch(NoTraceOfCitizensTest::tells);
        assertThat(sheets()).as("exports").hasSizeGreaterThan(7).noneMatch(NoTraceOfCitizensTest::tells);
        assertThat(documents(hazard)).as("documents").hasSize(2).noneMatch(NoTraceOfCitizensTest::tells);
        for (String path : List.of(
                "/api/hazards?limit=500",
                "/api/hazards/" + hazard,
                "/api/hazards/" + hazard + "/history",
                "/api/cases?limit=500",
                "/api/cases/" + case_)) {
            office().get(path).then().statusCode(200).body(not(containsString(NAME)), not(containsString(PHONE)));
        }
    }

    private static RequestSpecification office() {
        return given().auth().oauth2(Callers.token("office"));
    }

    private static String aCaseAndItsHazard() {
        String receipt = """
                {"kind": "LEAK", "source": "HOTLINE_12345", "externalNumber": "%s", "districtCode": "630102",
                 "category": "GAS_SAFETY", "description": "楼道内有燃气味", "caller": {"name": "%s", "phone": "%s"}}""".formatted(UUID.randomUUID(), NAME, PHONE);
        String id = twice("/api/cases", receipt).statusCode(201).extract().path("id");
        twice("/api/cases/" + id + "/assignment", "{\"to\": {\"department\": \"区燃气抢修队\"}}")
                .statusCode(200);
        twice("/api/cases/" + id + "/hazard", """
                {"grade": "SERIOUS", "category": "RESIDENTIAL_USE", "description": "楼道立管接头泄漏",
                 "foundBy": "%s", "witness": "%s", "unit": {"name": "某燃气公司"}}""".formatted(NAME, NAME)).statusCode(200);
        twice("/api/cases/" + id + "/milestones/FEEDBACK", "{}").statusCode(200);
        twice("/api/cases/" + id + "/closing", "{\"outcome\": \"RESOLVED\"}").statusCode(200);
        return id;
    }

    private static String aHazardThatWasReported() {
        String finding = Calls.FINDING
                .replace("INSPECTION", "CITIZEN")
                .replace(
                        "\"siteName\"", "\"foundBy\": \"%s\", \"witness\": \"%s\", \"siteName\"".formatted(NAME, NAME));
        twice("/api/hazards/duplicate-check", finding).statusCode(200);
        twice("/api/hazards", finding.replaceFirst("\\{", """
                {"fixedOnSpot": {"description": "当场更换软管", "rectifiedBy": "餐馆负责人",
                  "responsible": {"name": "餐馆负责人", "phone": "13900000000"}}, "unit": {"name": "某餐馆"}, """)).statusCode(201);
        String id = twice("/api/hazards", finding).statusCode(201).extract().path("id");
        twice("/api/hazards/" + id + "/assignment", Calls.ASSIGNMENT).statusCode(200);
        return id;
    }

    /** Entered twice, once as it contradicts the record, once with a fault; and as a ledger of ours with the name filled in. */
    private static void aLedgerThatNamesCitizens() {
        String row = "1,一般,燃气软管老化,2026-04-01,%s,%s\n".formatted(NAME, NAME);
        imported(HEADER + row, MAPPING, "created", 1);
        imported(HEADER + row, MAPPING, "unchanged", 1);
        imported(HEADER + row.replace("老化", "脱落"), MAPPING, "failed", 1);
        imported(HEADER + row.replace("一般", "特别重大").replace(NAME, NAME.repeat(20)), MAPPING, "failed", 1);
        String ours = new String(export("text/csv", Map.of("source", "CITIZEN", "q", "燃气软管老化")), UTF_8);
        List<String> lines = ours.lines().toList();
        int place = List.of(lines.get(0).split(",", -1)).indexOf("检查人员");
        List<String> cells = new ArrayList<>(List.of(lines.get(1).split(",", -1)));
        assertThat(cells.set(place, NAME)).isEmpty();
        imported(lines.get(0) + "\n" + String.join(",", cells) + "\n", "bihuan", "unchanged", 1);
    }

    private static void requestsThatAreRefused() {
        String caller = "\"caller\": {\"name\": \"%s\", \"phone\": \"%s\"}".formatted(NAME, PHONE);
        String receipt = "{\"kind\": \"LEAK\", \"source\": \"CITIZEN\", \"districtCode\": \"630102\","
                + " \"category\": \"GAS_SAFETY\", \"description\": \"漏气\", " + caller + "}";
        for (String wrong : List.of(
                receipt.replace(PHONE, PHONE + "-"),
                receipt.replace(NAME, NAME.repeat(50)),
                receipt.replace("630102", "nowhere"),
                receipt.replace("LEAK", NAME),
                receipt.replace("\"kind\"", "\"" + NAME + "\""),
                receipt.replace("}}", "}, "),
                receipt.replace(NAME, NAME + "\\u0000"))) {
            int status = Calls.post("/api/cases", wrong).extract().statusCode();
            assertThat(status).as(wrong).isIn(400, 201);
        }
    }

    /** The database refuses a row, which it would quote. */
    private void requestsThatFail(String case_) {
        change("alter table citizen_case add constraint no_trace check (external_number <> 'no trace') not valid");
        change("alter table hazard add constraint no_trace check (external_number <> 'no trace') not valid");
        try {
            Calls.post("/api/cases", """
                    {"kind": "LEAK", "source": "CITIZEN", "externalNumber": "no trace", "districtCode": "630102",
                     "category": "GAS_SAFETY", "description": "漏气", "caller": {"name": "%s", "phone": "%s"}}""".formatted(NAME, PHONE)).statusCode(500).body(not(containsString(NAME)));
            Calls.post("/api/hazards", """
                    {"districtCode": "630102", "grade": "SERIOUS", "category": "COMMERCIAL_USE", "source": "CITIZEN",
                     "description": "无报警器", "siteName": "某餐馆", "externalNumber": "no trace", "foundBy": "%s"}""".formatted(NAME)).statusCode(500).body(not(containsString(NAME)));
        } finally {
            change("alter table citizen_case drop constraint no_trace");
            change("alter table hazard drop constraint no_trace");
        }
        assertThat(log.lines).anyMatch(line -> line.contains("no_trace"));
    }

    /** As the owner of the tables, which the service is not. */
    private static void change(String statement) {
        var settings = ConfigProvider.getConfig();
        try (var connection = DriverManager.getConnection(
                        settings.getValue("quarkus.datasource.jdbc.url", String.class),
                        settings.getValue("quarkus.flyway.username", String.class),
                        settings.getValue("quarkus.flyway.password", String.class));
                var execution = connection.createStatement()) {
            execution.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** Whole rows as text, bytes in them as hexadecimal digits. */
    private List<String> inTheDatabase() {
        List<?> tables = database.createNativeQuery("select cast(table_name as text) from information_schema.tables"
                        + " where table_schema = 'public' and table_type = 'BASE TABLE'")
                .getResultList();
        assertThat(tables).asString().contains("citizen_identity", "idempotency_key", "history", "import_piece");
        return tables.stream()
                .flatMap(table ->
                        Stream.of(NAME, PHONE, hex(NAME), hex(PHONE)).flatMap(trace -> found((String) table, trace)))
                .toList();
    }

    private Stream<String> found(String table, String trace) {
        List<?> rows = database.createNativeQuery(
                        "select cast(t as text) from %s as t where cast(t as text) like :trace".formatted(table))
                .setParameter("trace", "%" + trace + "%")
                .getResultList();
        return rows.stream().map(row -> table + ": " + row);
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(UTF_8));
    }

    private static boolean tells(String text) {
        return text.contains(NAME) || text.contains(PHONE);
    }

    private static List<String> theDatabasesOwnLog() throws IOException {
        try (Stream<Path> homes = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return homes.filter(home -> home.getFileName().toString().startsWith("bihuan-test-"))
                    .map(home -> home.resolve("postgres/postgres.log"))
                    .filter(Files::isReadable)
                    .map(NoTraceOfCitizensTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that the topics hold, once the hazard's last event is among it. */
    private List<String> records(String hazard) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic -> !topic.getKey().startsWith("__"))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<String> records = new ArrayList<>();
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> records.add(text(record)));
                return records.stream().anyMatch(each -> each.contains(hazard) && each.contains("hazard.assigned"))
                        && consumer.endOffsets(partitions).entrySet().stream()
                                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
            });
            return records;
        }
    }

    private static String text(ConsumerRecord<String, String> record) {
        return Stream.of(record.headers().toArray())
                .map(header -> new String(header.value(), UTF_8))
                .collect(Collectors.joining(" ", record.key() + " ", " " + record.value()));
    }

    private static List<String> sheets() throws IOException {
        List<String> rows = new ArrayList<>();
        for (String form : List.of(SheetAnswer.CSV, SheetAnswer.XLSX)) {
            byte[] exported = export(form, Map.of());
            try (Table table = Table.open(() -> new ByteArrayInputStream(exported), Reading.byContent())) {
                for (Row row = table.next(); row != null; row = table.next()) {
                    rows.add(row.cells().toString());
                }
            }
        }
        return rows;
    }

    private static byte[] export(String form, Map<String, String> filter) {
        return given().accept(form)
                .queryParams(filter)
                .get("/api/hazards/export")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static List<String> documents(String hazard) {
        String path = "/api/hazards/" + hazard + "/notice";
        return List.of(
                Docx.text(given().accept("application/vnd.openxmlformats-officedocument.wordprocessingml.document")
                        .get(path)
                        .asByteArray()),
                given().accept("text/html").get(path).asString());
    }

    /** The second time it is the first answer, as it was kept. */
    private static ValidatableResponse twice(String path, String body) {
        String key = UUID.randomUUID().toString();
        ValidatableResponse first = once(key, path, body);
        once(key, path, body).body(not(containsString(NAME)), not(containsString(PHONE)));
        return first.body(not(containsString(NAME)), not(containsString(PHONE)));
    }

    private static ValidatableResponse once(String key, String path, String body) {
        return given().header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    private static void imported(String file, String mapping, String outcome, int rows) {
        String location = given().multiPart("file", "ledger.csv", file.getBytes(UTF_8), "text/csv")
                .multiPart("mapping", mapping, "text/plain; charset=UTF-8")
                .post("/api/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(Duration.ofMinutes(1)).until(() -> given().get(location).path("state"), "DONE"::equals);
        ValidatableResponse done = given().get(location).then().body(not(containsString(NAME)));
        assertThat(done.extract().<Integer>path(outcome))
                .as(done.extract().asString())
                .isEqualTo(rows);
    }
}
