package io.bihuan.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.bihuan.reporting.testing.StandingClock;
import io.bihuan.stack.testing.Callers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long reports take, of a country's hazards of five years, and of few: the cost must not grow with history. */
@QuarkusTest
@Tag("benchmark")
class ReportsBenchmark {

    private static final int ASKED = 300;
    private static final int WARMED_UP = 60;
    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");
    private static final List<String> GRADES = List.of("MAJOR", "SERIOUS", "GENERAL", "MINOR");

    @Inject
    Fresh fresh;

    @Inject
    Districts districts;

    @Inject
    DataSource database;

    @Inject
    StandingClock clock;

    private final HttpClient client = HttpClient.newHttpClient();

    /** Kept, as every client keeps it: to sign one takes longer than to check it. */
    private final String token = Callers.token("admin");

    private final Random random = new Random(5);

    @Test
    void reportsOfFiveMillionHazardsTakeHardlyLongerThanThoseOfAHundredThousand()
            throws SQLException, IOException, InterruptedException {
        clock.set(NOW.toString());
        for (int hazards : new int[] {100_000, Integer.getInteger("hazards", 5_000_000)}) {
            load(hazards);
            Country country = new Country(9, NOW);
            for (Map.Entry<String, Supplier<String>> kind : questions(country).entrySet()) {
                print(hazards, kind.getKey(), measure(kind.getValue()));
            }
        }
    }

    private void load(int hazards) throws SQLException {
        change("truncate step, standing, total");
        long begun = System.nanoTime();
        int steps = QuarkusTransaction.requiringNew().timeout(7_200).call(() -> {
            fresh.begin();
            districts.hear(Country.districts());
            Country country = new Country(hazards, NOW);
            List<Telling> told = new ArrayList<>();
            int all = 0;
            for (int i = 0; i < hazards; i++) {
                told.addAll(country.life());
                if (told.size() > 20_000 || i == hazards - 1) {
                    all += fresh.tell(told);
                    told.clear();
                }
            }
            fresh.fold();
            fresh.hold();
            fresh.swap();
            return all;
        });
        System.out.printf(
                "%,d hazards of %,d steps made known in %.1f s%n", hazards, steps, (System.nanoTime() - begun) / 1e9);
        for (String table : List.of("standing", "total", "step", "hazard")) {
            change("vacuum analyze " + table); // by itself it would be done in the middle of what is measured
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Map<String, Supplier<String>> questions(Country country) {
        Map<String, Supplier<String>> questions = new LinkedHashMap<>();
        questions.put("district table, country, all time", () -> "districts?parent=");
        questions.put("district table, country, a month", () -> "districts?parent=&period=" + month());
        questions.put("district table, country, this week", () -> "districts?parent=&period=2026-W27");
        questions.put("district table, country, any days", () -> "districts?parent=&" + days());
        questions.put(
                "district table, country, a year, a grade",
                () -> "districts?parent=&period=" + year() + "&grade=" + grade());
        for (String of : List.of("districts", "units")) {
            String ranking = "rankings?of=" + of + "&period=";
            questions.put(
                    "ranking, " + of + " of a province, this month",
                    () -> ranking + "2026-07&parent=" + country.anyProvince());
            questions.put(
                    "ranking, " + of + " of a province, last month",
                    () -> ranking + "2026-06&parent=" + country.anyProvince());
            questions.put(
                    "ranking, " + of + " of a province, any past month",
                    () -> ranking + month() + "&parent=" + country.anyProvince());
        }
        questions.put("district table, province, all time", () -> "districts?parent=" + country.anyProvince());
        questions.put(
                "district table, province, any days", () -> "districts?parent=" + country.anyProvince() + "&" + days());
        questions.put(
                "district table, city, a month, a grade",
                () -> "districts?parent=" + country.anyCity() + "&period=" + month() + "&grade=" + grade());
        questions.put(
                "district table, province, as of a past moment",
                () -> "districts?parent=" + country.anyProvince() + "&asOf=" + month() + "-14");
        questions.put(
                "district table, country, as of a past moment", () -> "districts?parent=&asOf=" + month() + "-14");
        questions.put(
                "district table, province, a week, compared",
                () -> "districts?parent=" + country.anyProvince() + "&compare=true&period=2026-W2" + random.nextInt(7));
        questions.put(
                "trend, country, a year by day", () -> "trend?metric=closureRate&by=day&from=2025-07-01&to=2026-06-30");
        questions.put(
                "trend, country, five years by month",
                () -> "trend?metric=medianDaysToClose&by=month&from=2021-07-01&to=2026-06-30");
        questions.put(
                "trend, province, a year by week",
                () -> "trend?metric=found&by=week&from=2025-07-01&to=2026-06-30&district=" + country.anyProvince());
        questions.put(
                "hazards behind a figure, country, first page",
                () -> "hazards?of=overdueNow&parent=&period=" + month());
        return questions;
    }

    private String year() {
        return "" + (2022 + random.nextInt(4));
    }

    private String month() {
        return year() + "-%02d".formatted(1 + random.nextInt(12));
    }

    private String days() {
        return "from=%s-%02d&to=2026-%02d-%02d"
                .formatted(month(), 1 + random.nextInt(28), 1 + random.nextInt(6), 1 + random.nextInt(28));
    }

    private String grade() {
        return GRADES.get(random.nextInt(GRADES.size()));
    }

    private double[] measure(Supplier<String> question) throws IOException, InterruptedException {
        for (int i = 0; i < WARMED_UP; i++) {
            ask(question.get());
        }
        double[] milliseconds = new double[ASKED];
        for (int i = 0; i < ASKED; i++) {
            String asked = question.get();
            long begun = System.nanoTime();
            ask(asked);
            milliseconds[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(milliseconds);
        return milliseconds;
    }

    private void ask(String question) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/api/reports/" + question))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s: %s", question, answer.body()).isEqualTo(200);
    }

    private static void print(int hazards, String kind, double[] milliseconds) {
        System.out.printf(
                "%,9d hazards  %-48s p50 %6.1f  p99 %6.1f  max %6.1f ms%n",
                hazards, kind, milliseconds[ASKED / 2], milliseconds[ASKED * 99 / 100], milliseconds[ASKED - 1]);
    }
}
