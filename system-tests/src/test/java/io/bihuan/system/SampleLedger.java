package io.bihuan.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The sample ledger and its figures, counted from the file itself: by the columns' meaning and the words of
 * {@code docs/measures.md}, in calendar days, with none of the product's code.
 */
final class SampleLedger {

    static final Path SAMPLES = SharedStack.PROJECT.resolve("samples");
    static final Path FILE = SAMPLES.resolve("hpd-violations.csv");
    static final Path MAPPING = SAMPLES.resolve("hpd-violations.mapping.yaml");

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("MM/dd/uuuu");
    private static final BigDecimal DAY = BigDecimal.valueOf(Duration.ofDays(1).toSeconds());
    private static final Map<String, String> DISTRICTS =
            Map.of("MANHATTAN", "NYC1", "BRONX", "NYC2", "BROOKLYN", "NYC3", "QUEENS", "NYC4", "STATEN ISLAND", "NYC5");

    /** A violation. Of those that are open, all deadlines passed years ago. */
    private record Violation(
            String district, String status, LocalDate inspected, LocalDate due, LocalDate certified, LocalDate judged) {

        static Violation of(CSVRecord row) {
            var judged = date(row, "CurrentStatusDate");
            return new Violation(
                    DISTRICTS.getOrDefault(row.get("Borough"), "?"),
                    row.get("CurrentStatus"),
                    date(row, "InspectionDate"),
                    date(row, "OriginalCertifyByDate"),
                    row.get("CertifiedDate").isEmpty() ? judged : date(row, "CertifiedDate"),
                    judged);
        }

        boolean closed() {
            return status.equals("VIOLATION CLOSED") || status.equals("VIOLATION DISMISSED");
        }

        boolean open() {
            return !closed();
        }

        boolean returned() {
            return status.equals("INVALID CERTIFICATION");
        }

        /** Closed ones were rectified when certified, or when judged where that came first. */
        boolean rectifiedLate() {
            return closed() && certified.isAfter(due) && judged.isAfter(due);
        }

        /** Midnight to midnight, which is an hour more or less over a change of clocks. */
        BigDecimal secondsToClose() {
            return BigDecimal.valueOf(Duration.between(inspected.atStartOfDay(NEW_YORK), judged.atStartOfDay(NEW_YORK))
                    .toSeconds());
        }

        private static LocalDate date(CSVRecord row, String column) {
            return LocalDate.parse(row.get(column), AMERICAN);
        }
    }

    private final List<Violation> violations;

    private SampleLedger(List<Violation> violations) {
        this.violations = violations;
    }

    static SampleLedger read() {
        try (var rows = CSVParser.parse(
                FILE, UTF_8, CSVFormat.RFC4180.builder().setHeader().get())) {
            return new SampleLedger(rows.stream().map(Violation::of).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int rows() {
        return violations.size();
    }

    /** @return by district code, as {@link #figures()} */
    Map<String, Map<String, String>> figuresByDistrict() {
        return violations.stream().collect(groupingBy(Violation::district)).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> new SampleLedger(entry.getValue()).figures()));
    }

    /** @return what the report says of these rows: each measure by its name, numbers in their shortest form */
    Map<String, String> figures() {
        long closed = count(Violation::closed);
        long open = count(Violation::open);
        long late = count(Violation::rectifiedLate);
        var figures = new LinkedHashMap<String, String>();
        figures.put("found", "" + rows());
        figures.put("assigned", "" + rows());
        figures.put("rectified", "" + closed);
        figures.put("closed", "" + closed);
        figures.put("open", "" + open);
        figures.put("overdueNow", "" + open);
        figures.put("overdueEver", "" + (open + late));
        figures.put("escalated", "0"); // its steps lie in the past, so nobody was told
        figures.put("returned", "" + count(Violation::returned));
        figures.put("rectificationRate", rate(closed, rows()));
        figures.put("closureRate", rate(closed, rows()));
        figures.put("onTimeRate", rate(closed - late, rows()));
        var seconds = violations.stream()
                .filter(Violation::closed)
                .map(Violation::secondsToClose)
                .sorted()
                .toList();
        // What is not closed is ordered, since every row of the file has its deadline; the file knows no costs and no
        // plans.
        figures.put("planned", figures.get("open"));
        figures.put("funds", "0");
        figures.put("contingencyPlans", "0");
        figures.put("monitored", "0");
        figures.put("meanDaysToClose", mean(seconds));
        figures.put("medianDaysToClose", quantile("0.5", seconds));
        figures.put("p90DaysToClose", quantile("0.9", seconds));
        return figures;
    }

    /** @return a number as {@link #figures()} writes it, so that 0.7300 and 0.73 are the same */
    static String shortest(String number) {
        return new BigDecimal(number).stripTrailingZeros().toPlainString();
    }

    private long count(Predicate<Violation> what) {
        return violations.stream().filter(what).count();
    }

    private static String rate(long part, long whole) {
        return shortest(BigDecimal.valueOf(part)
                .divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP)
                .toString());
    }

    private static String mean(List<BigDecimal> seconds) {
        if (seconds.isEmpty()) {
            return "null";
        }
        var sum = seconds.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return days(sum, BigDecimal.valueOf(seconds.size()));
    }

    /** As a spreadsheet's PERCENTILE: the value at place 1 + q·(n − 1), interpolated between its neighbours. */
    private static String quantile(String q, List<BigDecimal> seconds) {
        if (seconds.isEmpty()) {
            return "null";
        }
        var place = new BigDecimal(q).multiply(BigDecimal.valueOf(seconds.size() - 1L));
        int below = place.intValue();
        int above = Math.min(below + 1, seconds.size() - 1);
        var step = seconds.get(above).subtract(seconds.get(below));
        return days(seconds.get(below).add(step.multiply(place.subtract(BigDecimal.valueOf(below)))), BigDecimal.ONE);
    }

    private static String days(BigDecimal seconds, BigDecimal among) {
        return shortest(
                seconds.divide(DAY.multiply(among), 1, RoundingMode.HALF_UP).toString());
    }
}
