package io.bihuan.reporting.facts;

import io.bihuan.reporting.facts.Counted.Place;
import io.bihuan.reporting.statistics.Count;
import io.bihuan.reporting.statistics.Figures;
import io.bihuan.reporting.statistics.Grade;
import io.bihuan.reporting.statistics.Standing;
import io.bihuan.reporting.statistics.Tally;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions. How hazards stood at a moment is the sum of how they stand now, less those that have changed since as they stand
 * now, and with those as they stood then. The sum is read from the totals; only what the totals don't split is counted from the hazards:
 * parts of days, and hazards that have several things in common.
 */
@ApplicationScoped
public class Ledger {

    private final DataSource database;
    private final Districts districts;
    private final ZoneId zone;

    Ledger(DataSource database, Districts districts, @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.database = database;
        this.districts = districts;
        this.zone = zone;
    }

    /** Whether the district or anything within it is on file or has hazards. */
    public boolean knows(String district) throws SQLException {
        return districts.knows(district);
    }

    /** The names of all districts on file, by code. */
    public SortedMap<String, String> names() throws SQLException {
        return districts.names();
    }

    /** Measures the hazards of a district by its parts. */
    public RollUp rollUp(Question question) throws SQLException {
        return inOneMoment(connection -> {
            Parts parts = districts.parts(connection, question.parent(), question.asOf());
            Days days = Days.of(question, zone, true, nothingAfter(connection, question));
            Sums<String> sums = totals(connection, parts, question, days);
            new Counting(connection, question, days, zone)
                    .hazards((hazard, sign) -> sums.add(parts.of(hazard.district()), hazard, sign));
            return rollUp(parts, sums, districts.name(connection, parts.district()));
        });
    }

    /**
     * The hazards of each part of a district by grade; what is registered directly on it is of none of them.
     *
     * @param question about a district and a time, and nothing else that hazards have in common
     */
    public Map<Parts.Part, Map<Grade, Tally>> byGrade(Question question) throws SQLException {
        return inOneMoment(connection -> {
            Parts parts = districts.parts(connection, question.parent(), question.asOf());
            Days days = Days.ofMonths(question, zone, nothingAfter(connection, question));
            Map<Grade, Sums<String>> sums = new EnumMap<>(Grade.class);
            for (Grade grade : Grade.values()) {
                sums.put(grade, totals(connection, parts, question.of(grade), days));
            }
            new Counting(connection, question, days, zone)
                    .hazards((hazard, sign) -> Objects.requireNonNull(sums.get(hazard.grade()))
                            .add(parts.of(hazard.district()), hazard, sign));
            Map<Parts.Part, Map<Grade, Tally>> tallies = new LinkedHashMap<>();
            for (Parts.Part part : parts.parts()) {
                Map<Grade, Tally> ofPart = new EnumMap<>(Grade.class);
                sums.forEach((grade, each) -> ofPart.put(grade, each.of(part.code())));
                if (part.onFile() || !ofPart.values().stream().allMatch(Tally::isNone)) {
                    tallies.put(part, ofPart);
                }
            }
            return tallies;
        });
    }

    /**
     * The hazards of a district by who has to rectify them.
     *
     * @param question about a district and some months, and nothing else that hazards have in common
     */
    public Map<Owed, Tally> owed(Question question) throws SQLException {
        return inOneMoment(connection -> {
            Days days = Days.ofMonths(question, zone, nothingAfter(connection, question));
            Counting counting = new Counting(connection, question, days, zone);
            Sums<Owed> sums = new Sums<>();
            counting.byUnit(sums::of);
            counting.hazards((hazard, sign) -> sums.add(Owed.of(hazard), hazard, sign));
            return sums.each(Function.identity());
        });
    }

    private boolean nothingAfter(Connection connection, Question question) throws SQLException {
        return Counting.isEmpty(connection, question.parent(), Days.afterwards(question, zone));
    }

    private Sums<String> totals(Connection connection, Parts parts, Question question, Days days) throws SQLException {
        Sums<String> sums = new Sums<>();
        new Counting(connection, question, days, zone).byDistrict(withItself(parts), sums::of);
        if (parts.onFile()) {
            // What the district's own totals have beyond its parts' is registered directly on it.
            parts.parts().forEach(part -> sums.add(parts.district(), sums.of(part.code()), -1));
        }
        return sums;
    }

    private static RollUp rollUp(Parts parts, Sums<String> sums, @Nullable String name) {
        List<RollUp.Part> figures = new ArrayList<>();
        Tally total = Tally.none();
        Tally itself = sums.of(parts.district());
        if (!itself.isNone()) {
            figures.add(new RollUp.Part(parts.district(), name, Figures.of(itself)));
            total.add(itself, 1);
        }
        for (Parts.Part part : parts.parts()) {
            Tally tally = sums.of(part.code());
            if (part.onFile() || !tally.isNone()) {
                figures.add(new RollUp.Part(part.code(), part.name(), Figures.of(tally)));
                total.add(tally, 1);
            }
        }
        return new RollUp(figures, Figures.of(total));
    }

    /** On all districts together nothing is registered. */
    private static List<String> withItself(Parts parts) {
        List<String> codes = new ArrayList<>();
        if (!parts.district().equals(Districts.ALL)) {
            codes.add(parts.district());
        }
        parts.parts().forEach(part -> codes.add(part.code()));
        return codes;
    }

    /**
     * Measures the hazards of a district by when they were found.
     *
     * @param start the first day of the stretch that a day belongs to
     * @param months whether each stretch is made of whole months
     * @return by the first day of each stretch in which hazards were found, in order
     */
    public Map<LocalDate, Figures> trend(Question question, Function<LocalDate, LocalDate> start, boolean months)
            throws SQLException {
        Map<LocalDate, Figures> trend = inOneMoment(connection -> {
            Parts parts = districts.parts(connection, question.parent(), question.asOf());
            Sums<LocalDate> sums = new Sums<>();
            Days days = Days.of(question, zone, months, nothingAfter(connection, question));
            Counting counting = new Counting(connection, question, days, zone);
            counting.byDay(
                    parts.onFile() || parts.district().equals(Districts.ALL)
                            ? List.of(parts.district())
                            : withItself(parts),
                    day -> sums.of(start.apply(day)));
            counting.hazards((hazard, sign) -> sums.add(start.apply(hazard.foundOn(zone)), hazard, sign));
            return sums.each(Figures::of);
        });
        return new TreeMap<>(trend);
    }

    /**
     * Measures hazards by what they have in common, such as their unit. It looks at each hazard: ask it about some months of a province,
     * not about years of a country.
     */
    public <K> Map<K, Figures> by(Function<Standing, K> key, Question question) throws SQLException {
        return inOneMoment(connection -> {
            Sums<K> sums = new Sums<>();
            new Counting(connection, question, Days.unkept(question), zone)
                    .hazards((hazard, sign) -> sums.add(key.apply(hazard), hazard, sign));
            return sums.each(Figures::of);
        });
    }

    /**
     * The hazards that a figure counts, by when they were found.
     *
     * @param directly only those of no part of the district
     * @param after only those that come after this place
     */
    public List<Counted> list(Question question, Count count, boolean directly, @Nullable Place after, int limit)
            throws SQLException {
        return inOneMoment(connection -> {
            Parts parts = directly ? districts.parts(connection, question.parent(), question.asOf()) : null;
            return new Listing(connection, question, count, parts, zone).page(after, limit);
        });
    }

    /** What is read within one moment of the database. */
    @FunctionalInterface
    private interface Reading<T> {
        T read(Connection connection) throws SQLException;
    }

    /**
     * Totals and the hazards that they differ from must be of the same moment, whatever is posted meanwhile. Before that moment the
     * districts are locked against a rebuild, which swaps them first: who waited for its end with a view of before it would find the
     * tables that it left empty.
     */
    private <T> T inOneMoment(Reading<T> reading) throws SQLException {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                try (Connection connection = database.getConnection();
                        Statement snapshot = connection.createStatement()) {
                    // A plan for the question at hand: one for any question would read a country's hazards for a
                    // town's.
                    snapshot.execute("set transaction isolation level repeatable read, read only;"
                            + " lock table district in access share mode;"
                            + " set local plan_cache_mode = force_custom_plan");
                    return reading.read(connection);
                }
            });
        } catch (QuarkusTransactionException e) {
            if (e.getCause() instanceof SQLException trouble) {
                throw trouble;
            }
            throw e;
        }
    }
}
