package io.bihuan.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CopyTest {

    private static final List<String> TYPES = List.of(
            "uuid",
            "timestamptz",
            "date",
            "boolean",
            "smallint",
            "integer",
            "bigint",
            "numeric(16, 2)",
            "bytea",
            "text");

    @Inject
    DataSource database;

    @Test
    void whatIsCopiedStandsThereAsItWas() throws SQLException {
        List<@Nullable Object[]> rows = List.of(
                row(
                        UUID.fromString("0197a2c4-58e0-7b3c-9d1e-f00000000001"),
                        Instant.parse("2026-05-20T02:03:04.567891Z"),
                        LocalDate.of(2026, 5, 20),
                        true,
                        (short) 7,
                        70_000,
                        7_000_000_000L,
                        new BigDecimal("12345.60"),
                        new byte[] {0, -1, 10},
                        "燃气\t管道\n\\N"),
                row(
                        new UUID(-1, 1),
                        Instant.parse("1949-10-01T07:00:00.000001Z"),
                        LocalDate.of(1949, 10, 1),
                        false,
                        (short) -7,
                        -70_000,
                        -7_000_000_000L,
                        new BigDecimal("-0.07"),
                        new byte[0],
                        ""),
                row(new UUID(0, 0), Copy.NEVER, null, null, null, null, null, new BigDecimal("1E+4"), null, null));

        assertThat(copied(rows))
                .containsExactly(
                        "0197a2c4-58e0-7b3c-9d1e-f00000000001 | 2026-05-20 02:03:04.567891+00 | 2026-05-20 | true | 7 | 70000 |"
                                + " 7000000000 | 12345.60 | \\x00ff0a | 燃气\t管道\n\\N",
                        "ffffffff-ffff-ffff-0000-000000000001 | 1949-10-01 07:00:00.000001+00 | 1949-10-01 | false | -7 | -70000 |"
                                + " -7000000000 | -0.07 | \\x | ",
                        "00000000-0000-0000-0000-000000000000 | infinity | - | - | - | - | - | 10000.00 | - | -");
    }

    @Test
    void moreThanFitsAtFirstIsCopiedWhole() throws SQLException {
        String words = "隐患".repeat(5_000);
        List<@Nullable Object[]> rows = IntStream.range(0, 100)
                .mapToObj(i -> row(new UUID(0, i), null, null, null, null, i, null, null, null, words + i))
                .toList();

        assertThat(copied(rows)).hasSize(100).allSatisfy(row -> assertThat(row).contains(words));
    }

    @Test
    void whatTheDatabaseCannotKeepIsRefusedAsAValue() {
        assertThatThrownBy(() -> copied(List.<@Nullable Object[]>of(
                        row(new UUID(0, 0), null, null, null, null, null, null, null, null, "\0"))))
                .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                        .startsWith("22"));
    }

    private static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }

    private List<String> copied(List<@Nullable Object[]> rows) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> columns =
                    IntStream.range(0, TYPES.size()).mapToObj(i -> "c" + i).toList();
            statement.execute("create temporary table copied (%s)"
                    .formatted(String.join(
                            ", ",
                            IntStream.range(0, TYPES.size())
                                    .mapToObj(i -> columns.get(i) + " " + TYPES.get(i))
                                    .toList())));
            try {
                Copy.write(connection, "copied", String.join(", ", columns), rows, row -> row);
                return read(statement, columns);
            } finally {
                statement.execute("drop table copied");
            }
        }
    }

    private static List<String> read(Statement statement, List<String> columns) throws SQLException {
        String spelled = String.join(
                ", ", columns.stream().map("coalesce(%s::text, '-')"::formatted).toList());
        List<String> read = new ArrayList<>();
        statement.execute("set time zone 'UTC'");
        try (ResultSet rows = statement.executeQuery("select concat_ws(' | ', %s) from copied".formatted(spelled))) {
            while (rows.next()) {
                read.add(rows.getString(1));
            }
        }
        return read;
    }
}
