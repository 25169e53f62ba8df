package io.bihuan.reporting.rest;

import io.bihuan.access.Scope;
import io.bihuan.reporting.facts.Question;
import io.bihuan.reporting.statistics.Category;
import io.bihuan.reporting.statistics.Grade;
import io.bihuan.reporting.statistics.Period;
import io.bihuan.reporting.statistics.Season;
import io.bihuan.reporting.statistics.Source;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the query parameters of a report and gathers everything that is wrong with them. An empty value counts as not given. */
final class QueryReader {

    /** Those that say which hazards are meant. */
    static final List<String> HAZARDS =
            List.of("period", "from", "to", "asOf", "grade", "category", "source", "unit", "campaign");

    private static final int LONGEST_TEXT = 200;

    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{1,12}");

    private final List<String> parameters;
    private final MultivaluedMap<String, String> query;
    private final Moments moments;
    private final Season season;
    private final Texts texts;
    private final Scope scope;
    private final List<Violation> violations = new ArrayList<>();
    private @Nullable String outside;

    /**
     * @param scope what the caller may ask about
     * @param parameters the names of all that there are
     */
    QueryReader(
            MultivaluedMap<String, String> query,
            Moments moments,
            Season season,
            Texts texts,
            Scope scope,
            List<String> parameters) {
        this.query = query;
        this.moments = moments;
        this.season = season;
        this.texts = texts;
        this.scope = scope;
        this.parameters = parameters;
        refuseUnknown();
    }

    /**
     * The question that the query asks as long as nothing is wrong with it.
     *
     * @param district name of the parameter that names the district
     */
    Question question(String district, Instant now) {
        String parent = code(district);
        Period period = period();
        if (period != null) {
            refuseBeside("from");
            refuseBeside("to");
        }
        Instant from = period == null ? moment("from", moments::begin) : period.begin(moments.zone());
        Instant to = period == null ? moment("to", moments::end) : period.end(moments.zone());
        if (period == null && from != null && to != null && from.isAfter(moments.asOf(query.getFirst("to")))) {
            refuse("from", "parameter.order");
        }
        return new Question(
                parent,
                from,
                to,
                asOf(now),
                choice("grade", Grade.class),
                choice("category", Category.class),
                choice("source", Source.class),
                text("unit"),
                text("campaign"));
    }

    /** The moment; now if the query names none. */
    Instant asOf(Instant now) {
        Instant asOf = moment("asOf", moments::asOf);
        return asOf == null ? now : asOf;
    }

    /** The period that the query names; null if it names none. */
    @Nullable
    Period period() {
        String name = value("period");
        if (name == null) {
            return null;
        }
        try {
            Period period = Period.named(name, season);
            if (period.first().getYear() >= Moments.FIRST_YEAR && period.last().getYear() <= Moments.LAST_YEAR) {
                return period;
            }
        } catch (DateTimeException e) {
            // Said below, as for a year out of range.
        }
        refuse("period", "parameter.period");
        return null;
    }

    private void refuseBeside(String name) {
        if (gives(name)) {
            refuse(name, "parameter.beside-period");
        }
    }

    /** What is wrong, in the order of the parameters. */
    List<Violation> violations() {
        return violations;
    }

    boolean gives(String parameter) {
        return value(parameter) != null;
    }

    private void refuseUnknown() {
        query.keySet().stream()
                .filter(name -> !parameters.contains(name))
                .sorted()
                .forEach(name -> refuse(
                        name,
                        parameters.isEmpty() ? "parameter.none" : "parameter.unknown",
                        String.join(", ", parameters)));
        parameters.stream()
                .filter(name -> query.containsKey(name) && query.get(name).size() > 1)
                .forEach(name -> refuse(name, "parameter.repeated"));
    }

    private String code(String name) {
        String code = value(name);
        if (code == null) {
            return own(name);
        }
        if (!CODE.matcher(code).matches()) {
            refuse(name, "parameter.district");
        } else if (!scope.covers(code)) {
            outside = code;
        }
        return code;
    }

    /** The district of whoever names none; which of several he must say. */
    private String own(String name) {
        List<String> own = scope.prefixes();
        if (own.size() == 1) {
            return own.get(0);
        }
        refuse(name, "parameter.own", scope.described());
        return "";
    }

    /** The district that the query names and that does not exist for the caller; null if there is none such. */
    @Nullable
    String outside() {
        return outside;
    }

    @Nullable
    String text(String name) {
        String text = value(name);
        if (text != null && (text.length() > LONGEST_TEXT || text.chars().anyMatch(Character::isISOControl))) {
            refuse(name, "parameter.text", LONGEST_TEXT);
            return null;
        }
        return text;
    }

    /** Whether the query says yes; without the parameter it says no. */
    boolean flag(String name) {
        String text = value(name);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            refuse(name, "parameter.choice", "true, false");
        }
        return "true".equals(text);
    }

    /** A whole number within bounds. */
    int number(String name, int least, int most, int usual) {
        String text = value(name);
        if (text == null) {
            return usual;
        }
        if (text.matches("\\d{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        refuse(name, "parameter.number", least, most);
        return usual;
    }

    /** One of some words that must be given. */
    String word(String name, Collection<String> words) {
        String text = value(name);
        if (text == null || !words.contains(text)) {
            refuse(name, "parameter.choice", String.join(", ", words));
            return words.iterator().next();
        }
        return text;
    }

    private @Nullable Instant moment(String name, Function<String, Instant> reading) {
        String text = value(name);
        if (text == null) {
            return null;
        }
        try {
            return reading.apply(text);
        } catch (DateTimeException e) {
            refuse(name, "parameter.moment", Moments.FIRST_YEAR, Moments.LAST_YEAR);
            return null;
        }
    }

    /** One of an enum's names; null if the query names none. */
    <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
        String text = value(name);
        if (text == null) {
            return null;
        }
        E[] choices = type.getEnumConstants();
        for (E choice : choices) {
            if (choice.name().equals(text)) {
                return choice;
            }
        }
        refuse(
                name,
                "parameter.choice",
                String.join(", ", Arrays.stream(choices).map(Enum::name).toList()));
        return null;
    }

    @Nullable
    String value(String name) {
        String value = query.getFirst(name);
        return value == null || value.isEmpty() ? null : value;
    }

    void refuse(String field, String key, Object... values) {
        violations.add(new Violation(field, texts.say(key, values)));
    }
}
