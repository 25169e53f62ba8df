package io.bihuan.reporting;

import io.bihuan.reporting.testing.Life.Said;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Computes every figure in the most naive way from what was said, sharing no code with the service: walks each life up to the moment
 * and looks. {@code lives} are in version order; {@code escalations} are by hazard; {@code register} has the codes on file.
 */
record Oracle(
        Collection<List<Said>> lives,
        Map<UUID, List<Instant>> escalations,
        Set<String> register,
        @Nullable Moved moved) {

    static final List<String> COUNTS = List.of(
            "found",
            "assigned",
            "rectified",
            "closed",
            "open",
            "overdueNow",
            "overdueEver",
            "escalated",
            "returned",
            "planned",
            "contingencyPlans",
            "monitored");

    /** From then on what bears the one code, or begins with it, lies in the other. */
    record Moved(String from, String into, Instant since) {}

    record Asked(
            String parent,
            @Nullable Instant from,
            @Nullable Instant to,
            Instant asOf,
            @Nullable String grade,
            @Nullable String category,
            @Nullable String source,
            @Nullable String unit,
            @Nullable String campaign) {}

    /** Measures by the part's code, and those of all under the empty code; a measure is as it is written in JSON. */
    Map<String, Map<String, String>> answer(Asked asked) {
        Map<String, List<List<Said>>> parts = new TreeMap<>();
        List<List<Said>> all = new ArrayList<>();
        for (String code : register) {
            if (code.startsWith(asked.parent)
                    && part(code, asked.parent).equals(code)
                    && !code.equals(asked.parent)
                    && !goneBy(code, asked.asOf)) {
                parts.put(code, new ArrayList<>());
            }
        }
        for (List<Said> life : lives) {
            List<Said> lived =
                    life.stream().filter(said -> !said.at().isAfter(asked.asOf)).toList();
            if (!lived.isEmpty() && counts(lived, asked)) {
                String district = district(lived.get(lived.size() - 1), asked.asOf);
                parts.computeIfAbsent(part(district, asked.parent), code -> new ArrayList<>())
                        .add(lived);
                all.add(lived);
            }
        }
        Map<String, Map<String, String>> answer = new TreeMap<>();
        parts.forEach((code, hazards) -> answer.put(code, measures(hazards, asked.asOf)));
        answer.put("", measures(all, asked.asOf));
        return answer;
    }

    private boolean counts(List<Said> lived, Asked asked) {
        Said last = lived.get(lived.size() - 1);
        Instant found = lived.get(0).at();
        return (asked.from == null || !found.isBefore(asked.from))
                && (asked.to == null || found.isBefore(asked.to))
                && district(last, asked.asOf).startsWith(asked.parent)
                && (asked.grade == null || asked.grade.equals(last.grade()))
                && (asked.category == null || asked.category.equals(last.category()))
                && (asked.source == null || asked.source.equals(last.source()))
                && (asked.unit == null || asked.unit.equals(last.unit()))
                && (asked.campaign == null || asked.campaign.equals(lived.get(0).campaign()))
                && !last.status().equals("MERGED")
                && !last.status().equals("VOIDED");
    }

    private boolean goneBy(String code, Instant at) {
        return moved != null && code.startsWith(moved.from) && !moved.since.isAfter(at);
    }

    private String district(Said said, Instant at) {
        return moved != null && goneBy(said.district(), at)
                ? moved.into + said.district().substring(moved.from.length())
                : said.district();
    }

    private String part(String district, String parent) {
        for (int length = parent.length() + 1; length <= district.length(); length++) {
            if (register.contains(district.substring(0, length))) {
                return district.substring(0, length);
            }
        }
        return district;
    }

    private Map<String, String> measures(List<List<Said>> hazards, Instant asOf) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String measure : COUNTS) {
            counts.put(measure, 0);
        }
        int judged = 0;
        int inTime = 0;
        BigDecimal funds = new BigDecimal("0.00");
        List<Duration> times = new ArrayList<>();
        for (List<Said> life : hazards) {
            Set<String> met = new TreeSet<>(Set.of("found"));
            Boolean rectifiedInTime = null;
            Said order = null;
            Instant closed = null;
            for (int i = 0; i < life.size(); i++) {
                Said said = life.get(i);
                Instant until = i + 1 < life.size() ? life.get(i + 1).at() : asOf;
                boolean wasFixed = i > 0 && fixed(life.get(i - 1));
                if (said.status().equals("ASSIGNED")) {
                    met.add("assigned");
                    if (said.dueAt() != null && said.dueAt().isBefore(until)) {
                        met.add("overdueEver");
                    }
                }
                if (said.type().equals("hazard.assigned")) {
                    order = said;
                }
                if (said.type().equals("hazard.returned")) {
                    met.add("returned");
                }
                if (fixed(said) && !wasFixed) {
                    rectifiedInTime = said.dueAt() == null ? null : !said.at().isAfter(said.dueAt());
                }
                if (said.status().equals("CLOSED")
                        && (i == 0 || !life.get(i - 1).status().equals("CLOSED"))) {
                    closed = said.at();
                }
            }
            if (escalations.getOrDefault(life.get(0).hazard(), List.of()).stream()
                    .anyMatch(at -> !at.isAfter(asOf))) {
                met.add("escalated");
            }
            Said last = life.get(life.size() - 1);
            boolean late = last.dueAt() != null && last.dueAt().isBefore(asOf);
            met.add(last.status().equals("CLOSED") ? "closed" : "open");
            if (fixed(last)) {
                met.add("rectified");
                judged += rectifiedInTime == null ? 0 : 1;
                inTime += rectifiedInTime != null && rectifiedInTime ? 1 : 0;
            } else if (late) {
                judged++;
                if (last.status().equals("ASSIGNED")) {
                    met.add("overdueNow");
                }
            }
            if (last.status().equals("CLOSED") && closed != null) {
                times.add(Duration.between(life.get(0).at(), closed));
            }
            if (last.status().equals("ASSIGNED")) {
                met.add("planned");
                if (order != null) {
                    funds = funds.add(order.funds() == null ? BigDecimal.ZERO : new BigDecimal(order.funds()));
                    if (order.contingencyPlan()) {
                        met.add("contingencyPlans");
                    }
                    if (order.interimControls()) {
                        met.add("monitored");
                    }
                }
            }
            met.forEach(measure -> counts.merge(measure, 1, Integer::sum));
        }
        Map<String, String> measures = new TreeMap<>();
        counts.forEach((measure, count) -> measures.put(measure, count.toString()));
        int found = hazards.size();
        measures.put("funds", funds.toPlainString());
        measures.put("rectificationRate", divided(counts.getOrDefault("rectified", 0), found));
        measures.put("closureRate", divided(counts.getOrDefault("closed", 0), found));
        measures.put("onTimeRate", divided(inTime, judged));
        times.sort(null);
        measures.put("meanDaysToClose", mean(times));
        measures.put("medianDaysToClose", quantile(times, "0.5"));
        measures.put("p90DaysToClose", quantile(times, "0.9"));
        return measures;
    }

    private static boolean fixed(Said said) {
        return said.status().equals("RECTIFIED") || said.status().equals("CLOSED");
    }

    private static String divided(int part, int whole) {
        return whole == 0
                ? "null"
                : new BigDecimal(part)
                        .divide(new BigDecimal(whole), 4, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    private static String mean(List<Duration> times) {
        if (times.isEmpty()) {
            return "null";
        }
        BigDecimal sum = times.stream().map(Oracle::seconds).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(new BigDecimal(86_400L * times.size()), 1, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static String quantile(List<Duration> times, String share) {
        if (times.isEmpty()) {
            return "null";
        }
        BigDecimal place = new BigDecimal(share).multiply(new BigDecimal(times.size() - 1));
        int below = place.intValue();
        int above = Math.min(below + 1, times.size() - 1);
        BigDecimal past = place.subtract(new BigDecimal(below));
        BigDecimal low = tenths(times.get(below));
        return low.add(tenths(times.get(above)).subtract(low).multiply(past))
                .setScale(1, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** Days with one decimal, as a ledger shows them. */
    private static BigDecimal tenths(Duration time) {
        return seconds(time).divide(new BigDecimal(86_400), 1, RoundingMode.HALF_UP);
    }

    private static BigDecimal seconds(Duration time) {
        return new BigDecimal(time.toSeconds()).add(new BigDecimal(time.toNanosPart()).movePointLeft(9));
    }
}
