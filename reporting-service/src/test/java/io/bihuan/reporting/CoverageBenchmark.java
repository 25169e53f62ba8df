package io.bihuan.reporting;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long it takes to say what is inspected and taught in a country of 200,000 sites and 2,000,000 inspections. */
@QuarkusTest
@Tag("benchmark")
class CoverageBenchmark extends RealPartsTest {

    private static final int WARMED_UP = 6;
    private static final int ASKED = 20;

    private static final List<String> QUESTIONS = List.of(
            "coverage?parent=210304",
            "coverage?parent=2103&period=2026-05",
            "coverage?parent=21&period=2026-W25",
            "coverage?parent=21&period=2026-05",
            "coverage?parent=21",
            "coverage?period=2026-W25",
            "coverage?period=2026-05",
            "coverage",
            "trainings?period=2026-05",
            "trainings",
            "national-form?parent=21&period=2026-05",
            "national-form?period=2026-05",
            "campaigns/C8");

    @Inject
    DataSource database;

    @Test
    void whatIsInspectedAndTaught() throws SQLException, IOException {
        fill();
        for (String question : QUESTIONS) {
            long[] nanos = new long[ASKED];
            for (int i = -WARMED_UP; i < ASKED; i++) {
                long begun = System.nanoTime();
                int status = given().queryParam("asOf", "2026-06-28")
                        .get("/api/reports/" + question)
                        .statusCode();
                assertThat(status).as(question).isEqualTo(200);
                if (i >= 0) {
                    nanos[i] = System.nanoTime() - begun;
                }
            }
            Arrays.sort(nanos);
            System.out.printf(
                    "%-42s p50 %7.1f ms, longest %7.1f ms%n", question, nanos[ASKED / 2] / 1e6, nanos[ASKED - 1] / 1e6);
        }
    }

    private void fill() throws SQLException, IOException {
        long begun = System.nanoTime();
        try (InputStream in = CoverageBenchmark.class.getResourceAsStream("/two-million-inspections.sql");
                Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : new String(Objects.requireNonNull(in).readAllBytes(), UTF_8).split(";\n", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
        System.out.printf("Filled in %.0f s%n", (System.nanoTime() - begun) / 1e9);
    }
}
