package io.bihuan.reporting.briefing;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import io.bihuan.reporting.facts.RollUp;
import io.bihuan.reporting.facts.RollUp.Part;
import io.bihuan.reporting.statistics.Figures;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/** What a briefing says by itself, in sentences that follow the figures. */
final class Proposals {

    /** A sentence names so many districts; the table has them all. */
    private static final int NAMED = 3;

    private Proposals() {}

    static Text of(Survey survey, Language language, ZoneId zone) {
        Wording wording = new Wording(language, zone);
        return new Text(
                overview(survey, wording),
                comparison(survey, wording),
                overdue(survey, wording),
                wording.say("closing"));
    }

    /** The parts in which something is overdue, the most of it first. */
    static List<Part> overdue(RollUp standing) {
        return standing.parts().stream()
                .filter(part -> part.figures().overdueNow() > 0)
                .sorted(comparing((Part part) -> part.figures().overdueNow())
                        .reversed()
                        .thenComparing(Part::code))
                .toList();
    }

    private static String overview(Survey survey, Wording wording) {
        Figures total = survey.found().total();
        Figures major = survey.major();
        return wording.say(
                "overview",
                wording.period(survey.subject().period()),
                wording.moment(survey.asOf()),
                Objects.requireNonNullElse(
                        survey.districtName(), survey.subject().district()),
                total.found(),
                total.assigned(),
                total.rectified(),
                Wording.rate(total.rectificationRate()),
                total.closed(),
                Wording.rate(total.closureRate()),
                Wording.rate(total.onTimeRate()),
                major.found(),
                major.rectified());
    }

    private static String comparison(Survey survey, Wording wording) {
        return compared("comparison.previous", survey, survey.previous(), wording)
                + compared("comparison.year", survey, survey.yearBefore(), wording);
    }

    private static String compared(String key, Survey survey, Survey.Before before, Wording wording) {
        Figures now = survey.found().total();
        Figures then = before.total();
        return wording.say(
                key,
                wording.period(before.period()),
                wording.change(now.found(), then.found()),
                wording.change(now.rectificationRate(), then.rectificationRate()),
                wording.change(now.closureRate(), then.closureRate()));
    }

    private static String overdue(Survey survey, Wording wording) {
        Figures all = survey.standing().total();
        List<Part> where = overdue(survey.standing());
        return wording.say(
                where.isEmpty() ? "overdue.none" : "overdue.some",
                wording.moment(survey.asOf()),
                all.open(),
                all.overdueNow(),
                where.stream()
                        .limit(NAMED)
                        .map(part -> wording.say(
                                "overdue.district",
                                Objects.requireNonNullElse(part.name(), part.code()),
                                part.figures().overdueNow()))
                        .collect(joining(wording.say("and"))));
    }
}
