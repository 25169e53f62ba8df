package io.bihuan.hazard.proof;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long a verification of a million rows takes, and their sealing; on a machine that does nothing else. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
@Tag("benchmark")
class VerificationBenchmark {

    @Inject
    Sealing sealing;

    @Test
    void aMillionRowsAreVerifiedWithinAMinute() throws SQLException, IOException {
        seconds("A million rows recorded", this::fill);
        seconds("and sealed", sealing::sealWhatIsOver);
        for (int i = 0; i < 3; i++) {
            double taken = seconds("and verified", () -> {
                JsonPath verification = verified();
                System.out.println(verification.prettify());
                assertThat(verification.getLong("rows")).isGreaterThan(1_000_000);
                assertThat(verification.getLong("wrong")).isZero();
            });
            assertThat(taken).isLessThan(60);
        }
    }

    /** What takes time. */
    private interface Work {
        void happens() throws SQLException, IOException;
    }

    private static double seconds(String what, Work work) throws SQLException, IOException {
        long begun = System.nanoTime();
        work.happens();
        double seconds = (System.nanoTime() - begun) / 1e9;
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "%s in %.1f s; heap in use %d MiB%n",
                what, seconds, (runtime.totalMemory() - runtime.freeMemory()) >> 20);
        return seconds;
    }

    private void fill() throws SQLException, IOException {
        try (InputStream in = VerificationBenchmark.class.getResourceAsStream("/a-million-rows.sql");
                Connection owner = Owner.connect();
                Statement statement = owner.createStatement()) {
            statement.execute(new String(Objects.requireNonNull(in).readAllBytes(), UTF_8));
        }
    }

    private static JsonPath verified() {
        String path = given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/history/verifications")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !"RUNNING".equals(given().get(path).path("state")));
        return given().get(path).jsonPath();
    }
}
