package io.bihuan.hazard.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL lets the service's own role do, and the owner. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class RolesTest {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update history set by = '别人'",
                "update history set data = data",
                "delete from history",
                "truncate history cascade",
                "alter table history disable trigger append_only",
                "alter table history disable trigger all",
                "drop trigger append_only on history",
                "create or replace function append_only() returns trigger language plpgsql as 'begin return null; end'",
                "alter table history owner to current_user",
                "alter table history drop column hash",
                "create rule gone as on insert to history do instead nothing",
                "drop table history cascade",
                "begin; lock table history in access exclusive mode",
                "update seal set row_count = 0",
                "delete from seal",
                "truncate seal",
                "delete from seal_head",
                "insert into seal_head (the_only_one, through_seq, hash) values (false, 0, '')",
                "update signature_picture set kept_at = now()",
                "delete from signature_picture",
                "truncate hazard cascade",
                "create table mine (n int)",
                "create or replace view subject_on_file as select 'a', 'b', 'c', 1, 'd'",
                "delete from flyway_schema_history",
                "set session authorization hazard",
                "set role hazard",
                "set session_replication_role = replica",
            })
    void theRoleOfTheServiceCannotChangeOrDeleteWhatIsKeptForGood(String statement) throws SQLException {
        try (Connection service = service();
                Statement attempt = service.createStatement()) {
            assertThatThrownBy(() -> attempt.execute(statement))
                    .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                            .isEqualTo(INSUFFICIENT_PRIVILEGE));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update history set by = '别人'",
                "delete from history",
                "truncate history cascade",
                "update seal set row_count = 0",
                "delete from seal",
                "truncate seal",
            })
    void theOwnerCannotEitherUntilHeTakesTheGuardAway(String statement) throws SQLException {
        try (Connection owner = Owner.connect();
                Statement attempt = owner.createStatement()) {
            assertThatThrownBy(() -> attempt.execute(statement)).hasMessageContaining("append-only");
        }
    }

    @Test
    void whatALaterMigrationMakesIsTheServicesToUse() throws SQLException {
        try (Connection owner = Owner.connect();
                Connection service = service();
                Statement migration = owner.createStatement();
                Statement use = service.createStatement()) {
            migration.execute("create table of_later (n bigint generated always as identity, t text)");
            migration.execute("create sequence of_later_too");
            try {
                use.execute("insert into of_later (t) select nextval('of_later_too')::text");
                use.execute("update of_later set t = 'b'");
                try (ResultSet row = use.executeQuery("select t from of_later")) {
                    assertThat(row.next()).isTrue();
                    assertThat(row.getString(1)).isEqualTo("b");
                }
                use.execute("delete from of_later");
            } finally {
                migration.execute("drop table of_later");
                migration.execute("drop sequence of_later_too");
            }
        }
    }

    private static Connection service() throws SQLException {
        return DriverManager.getConnection(
                Owner.setting("quarkus.datasource.jdbc.url"),
                Owner.setting("quarkus.datasource.username"),
                Owner.setting("quarkus.datasource.password"));
    }
}
