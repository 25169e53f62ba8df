package io.bihuan.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {

    private static final Path BINARIES =
            Path.of(System.getProperty("java.io.tmpdir"), "bihuan-" + System.getProperty("user.name"));

    private final Path home;

    LocalPostgresTest(@TempDir Path home) {
        this.home = home;
    }

    @Test
    void commitsAreDurableAndLogicalDecodingIsPossible() throws Exception {
        try (var postgres = start();
                var connection = postgres.databases().asSuperuser()) {
            assertThat(setting(connection, "fsync")).isEqualTo("on");
            assertThat(setting(connection, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(connection, "full_page_writes")).isEqualTo("on");
            assertThat(setting(connection, "wal_level")).isEqualTo("logical");
            assertThat(setting(connection, "max_slot_wal_keep_size")).isEqualTo("1GB");
            assertThat(setting(connection, "server_encoding")).isEqualTo("UTF8");
            assertThat(setting(connection, "listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void aDatabaseBelongsToItsOwnerAndNobodyEntersWithAnotherPassword() throws Exception {
        try (var postgres = start()) {
            postgres.databases().create("hazard", "first");
            postgres.databases().create("hazard", "it's the second");
            postgres.databases().allowReplication("hazard");
            var url = postgres.databases().jdbcUrl("hazard");

            assertThatThrownBy(() -> DriverManager.getConnection(url, "hazard", "first"))
                    .isInstanceOf(SQLException.class);
            try (var connection = DriverManager.getConnection(url, "hazard", "it's the second")) {
                execute(connection, "CREATE TABLE station (name text)");
                execute(connection, "INSERT INTO station VALUES ('西宁市城东区换热站')");
                execute(connection, "SELECT pg_create_logical_replication_slot('relay', 'pgoutput')");
                assertThat(first(connection, "SELECT name FROM station")).isEqualTo("西宁市城东区换热站");
            }
            postgres.databases().create("reporting", "other");
            assertThatThrownBy(() -> DriverManager.getConnection(url, "reporting", "other"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void whatWasCommittedIsThereAfterARestart() throws Exception {
        try (var postgres = start()) {
            postgres.databases().create("reporting", "secret");
            try (var connection = owner(postgres)) {
                execute(connection, "CREATE TABLE fact (n int); INSERT INTO fact VALUES (42)");
            }
        }
        try (var postgres = start();
                var connection = owner(postgres)) {
            assertThat(first(connection, "SELECT n FROM fact")).isEqualTo("42");
        }
    }

    @Test
    void aServerThatAKilledPredecessorLeftIsStoppedAndItsDataUsed() throws Exception {
        var leftover = start();
        leftover.databases().create("reporting", "secret");
        try (var postgres = start();
                var connection = owner(postgres)) {
            await().atMost(Duration.ofSeconds(10)).until(() -> !leftover.child().isAlive());
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void aForeignProcessUnderAnOldServersNumberIsLeftAlone() throws Exception {
        start().close();
        var data = home.resolve("postgres/data");
        var foreign = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(data.resolve("postmaster.pid"), foreign.pid() + "\n" + data + "\n0\n5433\n\n127.0.0.1\n");
            start().close();
            assertThat(foreign.isAlive()).isTrue();
        } finally {
            foreign.destroy();
        }
    }

    @Test
    void aServerThatCannotStartSaysWhy() throws Exception {
        start().close();
        Files.writeString(home.resolve("postgres/data/postgresql.conf"), "no_such_setting = 1\n");
        assertThatThrownBy(this::start)
                .isInstanceOf(PartFailedException.class)
                .hasMessageContaining("postgres")
                .hasMessageContaining("no_such_setting");
    }

    private LocalPostgres start() {
        return LocalPostgres.start(home.resolve("postgres"), BINARIES, 0);
    }

    private static Connection owner(LocalPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.databases().jdbcUrl("reporting"), "reporting", "secret");
    }

    private static String setting(Connection connection, String name) throws SQLException {
        return first(connection, "SHOW " + name);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String first(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
