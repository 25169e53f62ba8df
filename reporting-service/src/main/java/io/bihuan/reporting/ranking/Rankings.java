package io.bihuan.reporting.ranking;

import io.bihuan.reporting.facts.Ledger;
import io.bihuan.reporting.facts.Question;
import io.bihuan.reporting.facts.RollUp;
import io.bihuan.reporting.statistics.Figures;
import io.bihuan.reporting.statistics.Grade;
import io.bihuan.reporting.statistics.Period;
import io.bihuan.reporting.statistics.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Ranks the districts and units of a district by how the hazards of a day or month, and some months before it, stood at a moment. */
@ApplicationScoped
public class Rankings {

    private final Ledger ledger;
    private final ZoneId zone;

    Rankings(Ledger ledger, @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.ledger = ledger;
        this.zone = zone;
    }

    /** The question whose hazards count. */
    public Question question(String district, Period period, Rules rules, Instant asOf) {
        return Question.in(district, asOf)
                .found(rules.firstDay(period).atStartOfDay(zone).toInstant(), period.end(zone));
    }

    /** Ranks by the hazards of a {@link #question}. */
    public Ranking of(Subject subject, Question question, Rules rules) throws SQLException {
        return Ranking.of(subject == Subject.DISTRICTS ? districts(question, rules) : units(question, rules), rules);
    }

    /** The parts of the district; what is registered directly on it is of none of them. */
    private List<Contender> districts(Question question, Rules rules) throws SQLException {
        Map<String, Account> accounts = new TreeMap<>();
        Map<String, @Nullable String> names = new TreeMap<>();
        for (Map.Entry<Grade, RollUp> graded : ledger.rollUpByGrade(question).entrySet()) {
            Grade grade = graded.getKey();
            for (RollUp.Part part : graded.getValue().parts()) {
                if (!part.code().equals(question.parent())) {
                    names.put(part.code(), part.name());
                    accounts.computeIfAbsent(part.code(), none -> new Account()).add(grade, part.figures());
                }
            }
        }
        List<Contender> contenders = new ArrayList<>();
        accounts.forEach((code, account) -> contenders.add(Contender.of(code, names.get(code), account, rules)));
        return contenders;
    }

    /** Hazards of one unit and grade; a unit may have gone by several names. */
    private record Owed(@Nullable String unit, @Nullable String name, Grade grade) {
        static Owed of(Standing hazard) {
            return new Owed(hazard.unit(), hazard.unitName(), hazard.grade());
        }
    }

    private List<Contender> units(Question question, Rules rules) throws SQLException {
        Units units = new Units();
        Map<Owed, Figures> owed = ledger.by(Owed::of, question);
        owed.forEach((key, figures) -> units.add(key.unit(), key.name(), key.grade(), figures));
        return units.contenders(rules);
    }

    /** A hazard's district, and what it is there. */
    private record Placed(
            String district,
            @Nullable String unit,
            @Nullable String name,
            Grade grade) {
        static Placed of(Standing hazard) {
            return new Placed(hazard.district(), hazard.unit(), hazard.unitName(), hazard.grade());
        }
    }

    /**
     * Ranks the parts and the units of many districts with one look at their hazards.
     *
     * @param question about a district that all of them lie in
     * @param names of the districts on file, by code
     * @return by district, of each that has hazards
     */
    Map<String, Map<Subject, Ranking>> ofEach(Map<String, String> names, Question question, Rules rules)
            throws SQLException {
        Map<String, Units> units = new TreeMap<>();
        Map<String, Map<String, Account>> parts = new TreeMap<>();
        ledger.by(Placed::of, question).forEach((key, figures) -> {
            String part = key.district();
            for (int length = part.length(); length > 0; length--) {
                String district = key.district().substring(0, length);
                if (!names.containsKey(district)) {
                    continue;
                }
                units.computeIfAbsent(district, none -> new Units()).add(key.unit(), key.name(), key.grade(), figures);
                if (!part.equals(district)) {
                    parts.computeIfAbsent(district, none -> new TreeMap<>())
                            .computeIfAbsent(part, none -> new Account())
                            .add(key.grade(), figures);
                }
                part = district;
            }
        });
        Map<String, Map<Subject, Ranking>> rankings = new TreeMap<>();
        units.forEach((district, each) -> rankings.put(
                district,
                Map.of(
                        Subject.UNITS,
                        Ranking.of(each.contenders(rules), rules),
                        Subject.DISTRICTS,
                        Ranking.of(
                                Objects.requireNonNull(parts.getOrDefault(district, Map.of())).entrySet().stream()
                                        .map(part -> Contender.of(
                                                part.getKey(), names.get(part.getKey()), part.getValue(), rules))
                                        .toList(),
                                rules))));
        return rankings;
    }
}
