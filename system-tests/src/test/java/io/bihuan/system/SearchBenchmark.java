package io.bihuan.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bihuan.stack.Stack;
import io.bihuan.stack.client.Api;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lists and searches among a million hazards, over HTTP; the figures hold for a machine that does nothing else. */
@Tag("benchmark")
class SearchBenchmark {

    private static final int WARM_UP = 20;
    private static final int SAMPLES = 50;

    /** What people ask, from the rarest word to the commonest, and the filters of a day's work. */
    private static final List<String> QUESTIONS = List.of(
            "",
            "sort=foundAt",
            "sort=dueAt&status=ASSIGNED",
            "overdue=true&sort=dueAt",
            "status=FOUND&status=ASSIGNED&status=RECTIFIED&district=6301",
            "status=RECTIFIED&sort=foundAt",
            "district=632801&grade=MAJOR",
            "unit=U4711",
            "category=HEAT_NETWORK&source=CITIZEN&foundFrom=2020-01-01T00:00:00Z&foundTo=2020-02-01T00:00:00Z",
            "dueBefore=2026-06-01T00:00:00Z&status=ASSIGNED",
            "q=整改",
            "q=报警器",
            "q=阀",
            "q=锈穿",
            "q=锈穿&status=ASSIGNED",
            "q=锅炉房 锈蚀",
            "q=昆仑餐馆1000",
            "q=北川路 火锅店&district=6301",
            "q=9004711",
            "q=没有这个词");

    @Test
    void listsAndSearchesAnswerWithinFiftyMillisecondsAmongAMillionHazards() throws Exception {
        Stack stack = SharedStack.running();
        long begun = System.nanoTime();
        fill(stack);
        System.out.printf("A million hazards in %.0f s%n", (System.nanoTime() - begun) / 1e9);
        Api hazards = SharedStack.asAdministrator(stack, stack.ports().hazard());

        List<Long> all = new ArrayList<>();
        for (String question : QUESTIONS) {
            String path = "/api/hazards?" + encoded(question);
            measured(hazards, path, WARM_UP);
            List<Long> nanos = measured(hazards, path, SAMPLES);
            System.out.printf("%-110s p50 %5.1f ms, p99 %5.1f ms%n", question, millis(nanos, 0.5), millis(nanos, 0.99));
            all.addAll(nanos);
        }
        Collections.sort(all);
        System.out.printf(
                "All %d: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
                all.size(), millis(all, 0.5), millis(all, 0.9), millis(all, 0.99), millis(all, 1));
        assertThat(millis(all, 0.99)).isLessThan(50);
    }

    private static List<Long> measured(Api hazards, String path, int times) {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long begun = System.nanoTime();
            assertThat(hazards.get(path).status()).isEqualTo(200);
            nanos.add(System.nanoTime() - begun);
        }
        Collections.sort(nanos);
        return nanos;
    }

    private static void fill(Stack stack) throws SQLException, IOException {
        try (InputStream in = SearchBenchmark.class.getResourceAsStream("/a-million-hazards.sql");
                var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + stack.ports().postgres() + "/hazard",
                        "hazard",
                        stack.password("hazard"));
                var statement = connection.createStatement()) {
            statement.execute(new String(Objects.requireNonNull(in).readAllBytes(), UTF_8));
        }
    }

    /** The parameters as they are, their values as an address writes them. */
    private static String encoded(String question) {
        List<String> parameters = new ArrayList<>();
        for (String parameter : question.split("&", -1)) {
            String[] parts = parameter.split("=", 2);
            parameters.add(parts.length == 1 ? "" : parts[0] + "=" + URLEncoder.encode(parts[1], UTF_8));
        }
        return String.join("&", parameters);
    }

    private static double millis(List<Long> sorted, double share) {
        return Duration.ofNanos(sorted.get((int) Math.ceil(share * sorted.size()) - 1))
                        .toNanos()
                / 1e6;
    }
}
