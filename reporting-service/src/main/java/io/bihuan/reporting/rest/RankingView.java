package io.bihuan.reporting.rest;

import io.bihuan.reporting.facts.Counted;
import io.bihuan.reporting.facts.Ledger;
import io.bihuan.reporting.facts.Question;
import io.bihuan.reporting.ranking.Archive;
import io.bihuan.reporting.ranking.Contender;
import io.bihuan.reporting.ranking.Deduction;
import io.bihuan.reporting.ranking.Earned;
import io.bihuan.reporting.ranking.Edition;
import io.bihuan.reporting.ranking.Ranking;
import io.bihuan.reporting.ranking.Subject;
import io.bihuan.reporting.statistics.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says rankings in the client's language, and by which calls they are opened further. */
@ApplicationScoped
class RankingView {

    private static final int MOST_NUMBERS = 20;

    private final Asking asking;
    private final Ledger ledger;
    private final Texts texts;

    RankingView(Asking asking, Ledger ledger, Texts texts) {
        this.asking = asking;
        this.ledger = ledger;
        this.texts = texts;
    }

    /**
     * What there is to say.
     *
     * @param months of a year, by code
     * @param closed as it was when the period was over; null if that is not kept
     */
    record Seen(
            Archive.Of of,
            Period period,
            Question question,
            Edition rules,
            Ranking ranking,
            Map<String, List<Archive.Month>> months,
            Archive.@Nullable Closed closed) {

        boolean isOfYear() {
            return period.kind() == Period.Kind.YEAR;
        }
    }

    /**
     * The report.
     *
     * @param only the code of the one that it is about, with the numbers of its hazards; null for all
     */
    RankingReport of(Seen seen, @Nullable String only) throws SQLException {
        Archive.Closed closed = seen.closed();
        List<RankingReport.Item> items = new ArrayList<>();
        for (Ranking.Item item : seen.ranking().items()) {
            if (only == null || only.equals(item.contender().code())) {
                items.add(item(seen, item, only != null));
            }
        }
        return new RankingReport(
                seen.of().subject().field(),
                seen.period().name(),
                seen.of().district(),
                seen.isOfYear() ? seen.period().first() : from(seen),
                seen.period().last(),
                Objects.requireNonNull(asking.local(seen.question().asOf())),
                seen.rules().version(),
                seen.ranking().ranked(),
                closed == null ? null : asking.local(closed.closedAt()),
                items);
    }

    private LocalDate from(Seen seen) {
        return LocalDate.ofInstant(Objects.requireNonNull(seen.question().from()), asking.zone());
    }

    private RankingReport.Item item(Seen seen, Ranking.Item item, boolean numbered) throws SQLException {
        Contender contender = item.contender();
        List<RankingReport.Deducted> deductions = new ArrayList<>();
        for (Deduction deduction : contender.deductions()) {
            deductions.add(new RankingReport.Deducted(
                    deduction,
                    texts.say("ranking.cause." + deduction.cause()),
                    hazards(seen, contender, deduction),
                    numbered ? numbers(seen, contender, deduction) : null));
        }
        Archive.Place closed =
                seen.closed() == null ? null : seen.closed().places().get(contender.code());
        return new RankingReport.Item(
                item.place(),
                contender.code(),
                contender.name(),
                contender.found(),
                contender.score(),
                deductions,
                Objects.requireNonNull(seen.months().getOrDefault(contender.code(), List.of())).stream()
                        .map(month -> month(seen, month))
                        .toList(),
                closed == null ? null : new RankingReport.ClosedPlace(closed.place(), closed.score()),
                closed == null ? List.of() : consequences(seen, closed));
    }

    private List<RankingReport.Due> consequences(Seen seen, Archive.Place closed) {
        Period.Kind kind = seen.period().kind();
        return Earned.by(seen.of().subject(), kind, closed, seen.rules().rules()).stream()
                .map(each -> new RankingReport.Due(
                        each.consequence(),
                        texts.say("ranking.consequence." + each.consequence()),
                        name(kind, each.since()),
                        each.because().stream().map(day -> name(kind, day)).toList()))
                .toList();
    }

    private static String name(Period.Kind kind, LocalDate firstDay) {
        return switch (kind) {
            case MONTH -> Period.month(firstDay).name();
            case YEAR -> Period.year(firstDay).name();
            default -> Period.day(firstDay).name();
        };
    }

    private static RankingReport.Month month(Seen seen, Archive.Month month) {
        String name = YearMonth.from(month.firstDay()).toString();
        Map<String, String> query = new LinkedHashMap<>();
        query.put("of", seen.of().subject().field());
        query.put("period", name);
        query.put("parent", seen.of().district());
        return new RankingReport.Month(name, month.place(), month.score(), call("/api/reports/rankings", query));
    }

    /** The hazards of one contender. */
    private static Question question(Seen seen, Contender contender) {
        Question all = seen.question();
        boolean unit = seen.of().subject() == Subject.UNITS;
        return new Question(
                unit ? all.parent() : contender.code(),
                all.from(),
                all.to(),
                all.asOf(),
                null,
                null,
                null,
                unit ? contender.code() : null,
                null);
    }

    /** Nothing counts in a district that is not on file but what bears its very code. */
    private static boolean directly(Seen seen, Contender contender) {
        return seen.of().subject() == Subject.DISTRICTS && contender.name() == null;
    }

    private List<String> numbers(Seen seen, Contender contender, Deduction deduction) throws SQLException {
        List<Counted> hazards = ledger.list(
                question(seen, contender), deduction.cause().count(), directly(seen, contender), null, MOST_NUMBERS);
        return hazards.stream()
                .map(hazard -> Objects.requireNonNullElse(
                        hazard.number(), hazard.standing().hazard().toString()))
                .toList();
    }

    private String hazards(Seen seen, Contender contender, Deduction deduction) {
        Question question = question(seen, contender);
        Map<String, String> query = new LinkedHashMap<>();
        query.put("of", deduction.cause().count().field());
        query.put("parent", question.parent());
        query.put("directly", directly(seen, contender) ? "true" : "");
        query.put("unit", Objects.requireNonNullElse(question.unit(), ""));
        query.put("from", from(seen).toString());
        query.put("to", seen.period().last().toString());
        query.put("asOf", Objects.requireNonNull(asking.local(question.asOf())).toString());
        return call("/api/reports/hazards", query);
    }

    private static String call(String path, Map<String, String> query) {
        return query.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", path + "?", ""));
    }
}
