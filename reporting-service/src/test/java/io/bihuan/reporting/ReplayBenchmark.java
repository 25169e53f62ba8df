package io.bihuan.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bihuan.reporting.testing.Event;
import io.bihuan.reporting.testing.Report;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How fast events come into the reports, as they are told and when everything is made anew from the topics. */
@QuarkusTest
@Tag("benchmark")
class ReplayBenchmark extends RealPartsTest {

    private static final int EVENTS = Integer.getInteger("events", 1_000_000);
    private static final int AT_ONCE = 20_000;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    /** Whoever asks more often takes time from what he waits for. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    @Inject
    DataSource database;

    @Test
    void aMillionEventsAreToldAndThenReadAgainFromTheBeginning() throws SQLException {
        long begun = System.nanoTime();
        int told = publish();
        await().atMost(PATIENCE).pollInterval(PAUSE).until(() -> known() == told);
        print("told and known", told, begun);
        long found = Report.of("").total("found");

        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        begun = System.nanoTime();
        int id = given().post("/api/reports/rebuilds")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(PATIENCE)
                .pollInterval(PAUSE)
                .until(() -> given().get("/api/reports/rebuilds/" + id).path("finishedAt") != null);
        print("read again", told, begun);

        assertThat(given().get("/api/reports/rebuilds/" + id).<String>path("state"))
                .isEqualTo("DONE");
        assertThat(known()).isEqualTo(told);
        assertThat(Report.of("").total("found")).isEqualTo(found);
        System.out.printf(
                "largest heap meanwhile, with the test's own: %,d MB of %,d%n",
                heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    /** As many steps as were told, each of its own. */
    private int publish() {
        RandomLives chance = new RandomLives(
                new Random(5),
                IntStream.range(0, 3_000)
                        .mapToObj(county -> "%02d%02d%02d".formatted(11 + county / 100, county / 10 % 10, county % 10))
                        .toList());
        int told = 0;
        List<Event> events = new ArrayList<>();
        while (told < EVENTS) {
            var life = chance.next();
            told += life.said().size();
            events.addAll(life.events());
            if (events.size() > AT_ONCE || told >= EVENTS) {
                topics.send(events);
                events.clear();
            }
        }
        return told;
    }

    private int known() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from step")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static void print(String what, int events, long begun) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf("%,d events %s in %.1f s, %,.0f/s%n", events, what, seconds, events / seconds);
    }
}
