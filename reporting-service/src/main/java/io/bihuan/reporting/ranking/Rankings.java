package io.bihuan.reporting.ranking;

import io.bihuan.reporting.facts.Ledger;
import io.bihuan.reporting.facts.Question;
import io.bihuan.reporting.statistics.Period;
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

    private List<Contender> districts(Question question, Rules rules) throws SQLException {
        List<Contender> contenders = new ArrayList<>();
        ledger.byGrade(question).forEach((part, hazards) -> {
            Account account = new Account();
            hazards.forEach(account::add);
            contenders.add(Contender.of(part.code(), part.name(), account, rules));
        });
        return contenders;
    }

    private List<Contender> units(Question question, Rules rules) throws SQLException {
        Units units = new Units();
        ledger.owed(question).forEach(units::add);
        return units.contenders(rules);
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
        ledger.owed(question).forEach((owed, hazards) -> {
            String part = owed.district();
            for (int length = part.length(); length > 0; length--) {
                String district = owed.district().substring(0, length);
                if (!names.containsKey(district)) {
                    continue;
                }
                units.computeIfAbsent(district, none -> new Units()).add(owed, hazards);
                if (!part.equals(district)) {
                    parts.computeIfAbsent(district, none -> new TreeMap<>())
                            .computeIfAbsent(part, none -> new Account())
                            .add(owed.grade(), hazards);
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
