package io.bihuan.hazard.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an earlier version kept in plain is encrypted when this one first starts. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class EncryptWhatWasPlainTest {

    private static final String SCHEMA = "earlier_version";
    private static final String CASE = "0199f3a0-0000-7000-8000-000000000001";
    private static final String REPORTED = "0199f3a0-0000-7000-8000-000000000002";
    private static final String INSPECTED = "0199f3a0-0000-7000-8000-000000000003";
    private static final String JOB = "0199f3a0-0000-7000-8000-000000000004";

    @Inject
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Inject
    @ConfigProperty(name = "quarkus.flyway.username")
    String user;

    @Inject
    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.username")
    String role;

    @Inject
    Keyring keys;

    @BeforeEach
    void keepInPlain() throws SQLException {
        flyway("16").migrate();
        execute(
                "insert into district (code, name, level, version, hash) values ('63', '青海省', 'PROVINCE', 1, '')",
                """
                insert into citizen_case (id, number, kind, category, life_threatening, source, district_code, description,
                    caller_name, caller_phone, received_at, status, version, hash)
                values ('%s', 'C1', 'LEAK', 'GAS_SAFETY', false, 'CITIZEN', '63', '漏气', '来电人', '13911112222', now(),
                    'RECEIVED', 1, '')""".formatted(CASE),
                hazard(REPORTED, "CITIZEN"),
                hazard(INSPECTED, "INSPECTION"),
                "insert into import_job values ('%s', '', 'DONE', 1, 1, 1, 0, 0, 0, 0, null, null, now())"
                        .formatted(JOB),
                "insert into import_piece values ('%s', 0, convert_to('举报人丙', 'UTF8'))".formatted(JOB));
    }

    @AfterEach
    void forget() throws SQLException {
        execute("drop schema %s cascade".formatted(SCHEMA));
    }

    @Test
    void callersFindersWitnessesAndFilesAreEncryptedAndNothingOfThemIsLeftInPlain() throws SQLException {
        flyway("18.1").migrate();

        assertThat(identity(Capacity.CALLER, CASE)).isEqualTo(new Identity("来电人", "13911112222"));
        assertThat(identity(Capacity.FINDER, REPORTED)).isEqualTo(new Identity("举报人丙", null));
        assertThat(identity(Capacity.WITNESS, REPORTED)).isEqualTo(new Identity("邻居丁", null));
        assertThat(texts("select count(*)::text from citizen_identity")).containsExactly("3");
        assertThat(texts("select column_name::text from information_schema.columns where table_schema = '" + SCHEMA
                        + "' and table_name = 'citizen_case'"))
                .doesNotContain("caller_name", "caller_phone");
        assertThat(texts("select coalesce(found_by, '-') || coalesce(witness, '-') from hazard order by id"))
                .containsExactly("--", "举报人丙邻居丁");
        try (Connection database = connect();
                Statement statement = database.createStatement();
                ResultSet piece = statement.executeQuery("select ciphertext from import_piece")) {
            assertThat(piece.next()).isTrue();
            assertThat(keys.decrypt(piece.getBytes(1), "IMPORT:" + JOB + ":0"))
                    .asString()
                    .isEqualTo("举报人丙");
        }
    }

    @Test
    void aMigrationThatFailsLeavesEverythingAsItWasAndBeginsAgain() throws SQLException {
        flyway("18").migrate();
        execute("alter table import_piece add constraint not_yet check (key_id is null)");
        assertThatThrownBy(() -> flyway("18.1").migrate()).isInstanceOf(RuntimeException.class);
        assertThat(texts("select caller_name from citizen_case")).containsExactly("来电人");
        assertThat(texts("select count(*)::text from citizen_identity")).containsExactly("0");

        execute("alter table import_piece drop constraint not_yet");
        flyway("18.1").migrate();
        assertThat(identity(Capacity.CALLER, CASE)).isEqualTo(new Identity("来电人", "13911112222"));
    }

    private Flyway flyway(String target) {
        return Flyway.configure()
                .dataSource(url, user, password)
                .schemas(SCHEMA)
                .placeholders(Map.of("application", role))
                .javaMigrations(new V18_1__EncryptWhatWasPlain())
                .target(target)
                .load();
    }

    private static String hazard(String id, String source) {
        return """
                insert into hazard (id, number, version, hash, status, round, returns, district_code, grade, category, source,
                    description, found_by, witness, found_at, stepped_at)
                values ('%1$s', '%1$s', 1, '', 'FOUND', 1, 0, '63', 'MINOR', 'PIPELINE', '%2$s', '漏气', '举报人丙', '邻居丁',
                    now(), now())""".formatted(id, source);
    }

    private Identity identity(Capacity capacity, String subject) throws SQLException {
        Place place = new Place(UUID.fromString(subject), capacity);
        try (Connection database = connect();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(
                        "select ciphertext from citizen_identity where subject_id = '%s' and capacity = '%s'"
                                .formatted(subject, capacity))) {
            assertThat(row.next()).isTrue();
            return Identity.read(keys.decrypt(row.getBytes(1), place.toString()));
        }
    }

    private List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection database = connect();
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private void execute(String... statements) throws SQLException {
        try (Connection database = connect();
                Statement statement = database.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private Connection connect() throws SQLException {
        Connection database = DriverManager.getConnection(url, user, password);
        database.setSchema(SCHEMA);
        return database;
    }
}
