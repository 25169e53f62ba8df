package io.bihuan.reporting.form;

import io.bihuan.reporting.coverage.CoverageQuestion;
import io.bihuan.reporting.coverage.Survey;
import io.bihuan.reporting.division.Divided;
import io.bihuan.reporting.division.Part;
import io.bihuan.reporting.facts.Ledger;
import io.bihuan.reporting.facts.Question;
import io.bihuan.reporting.facts.RollUp;
import io.bihuan.reporting.statistics.Coverage;
import io.bihuan.reporting.statistics.Figures;
import io.bihuan.reporting.statistics.Grade;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fills in the form. */
@ApplicationScoped
public class NationalForm {

    private final Survey survey;
    private final Ledger ledger;

    NationalForm(Survey survey, Ledger ledger) {
        this.survey = survey;
        this.ledger = ledger;
    }

    /**
     * The form of a district by its parts.
     *
     * @param from inspected or found at or after this; null for no bound
     * @param to inspected or found before this; null for no bound
     * @param asOf the moment at which the hazards stood like this
     */
    public Divided<Line> of(String parent, @Nullable Instant from, @Nullable Instant to, Instant asOf)
            throws SQLException {
        Question question = Question.in(parent, asOf).found(from, to);
        Divided<Long> units = survey.units(parent, asOf);
        Divided<Coverage> coverage =
                survey.coverage(CoverageQuestion.in(parent, asOf).held(from, to));
        RollUp hazards = ledger.rollUp(question);
        RollUp majors = ledger.rollUp(question.of(Grade.MAJOR));

        Map<String, Long> onFile = byCode(units);
        Map<String, Coverage> inspected = byCode(coverage);
        Map<String, Figures> all = byCode(hazards);
        Map<String, Figures> major = byCode(majors);
        Map<String, @Nullable String> names = new TreeMap<>();
        units.parts().forEach(part -> names.put(part.code(), part.name()));
        coverage.parts().forEach(part -> names.put(part.code(), part.name()));
        hazards.parts().forEach(part -> names.put(part.code(), part.name()));
        List<Part<Line>> lines = new ArrayList<>();
        names.forEach((code, name) -> lines.add(new Part<>(
                code,
                name,
                Line.of(
                        onFile.getOrDefault(code, 0L),
                        inspected.getOrDefault(code, Coverage.NONE).inspectedUnits(),
                        all.getOrDefault(code, Figures.NONE),
                        major.getOrDefault(code, Figures.NONE)))));
        return new Divided<>(
                lines, Line.of(units.total(), coverage.total().inspectedUnits(), hazards.total(), majors.total()));
    }

    private static <F> Map<String, F> byCode(Divided<F> divided) {
        return divided.parts().stream().collect(Collectors.toMap(Part::code, Part::figures));
    }

    private static Map<String, Figures> byCode(RollUp rollUp) {
        return rollUp.parts().stream().collect(Collectors.toMap(RollUp.Part::code, RollUp.Part::figures));
    }
}
