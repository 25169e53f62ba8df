package io.bihuan.reporting.rest;

import io.bihuan.reporting.facts.Question;
import io.bihuan.reporting.statistics.Category;
import io.bihuan.reporting.statistics.Grade;
import io.bihuan.reporting.statistics.Source;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the query parameters of a report and gathers everything that is wrong with them. An empty value counts as not given. */
final class QueryReader {

    private static final List<String> PARAMETERS =
            List.of("parent", "from", "to", "asOf", "grade", "category", "source");
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{1,12}");
    private static final Pattern CAMPAIGN = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,63}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final int MOST = 500;
    private static final int USUAL = 50;

    /**
     * What every report asks.
     *
     * @param parent the district's code; empty for the top of the register
     * @param from from then on; null for no bound
     * @param to until before then; null for no bound
     * @param asOf the moment
     */
    record Scope(
            String parent, @Nullable Instant from, @Nullable Instant to, Instant asOf) {}

    private final MultivaluedMap<String, String> query;
    private final Moments moments;
    private final Texts texts;
    private final List<Violation> violations = new ArrayList<>();

    QueryReader(MultivaluedMap<String, String> query, Moments moments, Texts texts) {
        this(query, moments, texts, PARAMETERS);
    }

    /** Of a report that has these parameters. */
    QueryReader(MultivaluedMap<String, String> query, Moments moments, Texts texts, List<String> parameters) {
        this.query = query;
        this.moments = moments;
        this.texts = texts;
        refuseUnknown(parameters);
    }

    /** The question that the query asks as long as nothing is wrong with it. */
    Question question(Instant now) {
        Scope scope = scope(now);
        return new Question(
                scope.parent(),
                scope.from(),
                scope.to(),
                scope.asOf(),
                choice("grade", Grade.class),
                choice("category", Category.class),
                choice("source", Source.class),
                null,
                null);
    }

    /** The district, the period and the moment. */
    Scope scope(Instant now) {
        String parent = parent();
        Instant from = moment("from", moments::begin);
        Instant to = moment("to", moments::end);
        if (from != null && to != null && from.isAfter(moments.asOf(query.getFirst("to")))) {
            refuse("from", "parameter.order");
        }
        return new Scope(parent, from, to, asOf(now));
    }

    /** What of the scope tells one answer from another: the present, unless it was asked for by name, does not. */
    List<String> identity(Scope scope) {
        return List.of(
                scope.parent(),
                String.valueOf(scope.from()),
                String.valueOf(scope.to()),
                gives("asOf") ? scope.asOf().toString() : "now");
    }

    /** The moment. */
    Instant asOf(Instant now) {
        Instant asOf = moment("asOf", moments::asOf);
        return asOf == null ? now : asOf;
    }

    /** The code of a campaign. */
    @Nullable
    String campaign() {
        String code = value("campaign");
        if (code != null && !CAMPAIGN.matcher(code).matches()) {
            refuse("campaign", "parameter.campaign");
        }
        return code;
    }

    /** How many items of a list are wanted. */
    int limit() {
        String number = value("limit");
        if (number == null) {
            return USUAL;
        }
        int limit = NUMBER.matcher(number).matches() ? Integer.parseInt(number) : 0;
        if (limit < 1 || limit > MOST) {
            refuse("limit", "parameter.limit", 1, MOST);
        }
        return limit;
    }

    /** Behind which campaign a list goes on; empty for its beginning. */
    String cursor() {
        String code = value("cursor");
        if (code != null && !CAMPAIGN.matcher(code).matches()) {
            refuse("cursor", "parameter.cursor");
        }
        return code == null ? "" : code;
    }

    /** What is wrong, in the order of the parameters. */
    List<Violation> violations() {
        return violations;
    }

    boolean gives(String parameter) {
        return value(parameter) != null;
    }

    private void refuseUnknown(List<String> parameters) {
        query.keySet().stream()
                .filter(name -> !parameters.contains(name))
                .sorted()
                .forEach(name -> refuse(name, "parameter.unknown", String.join(", ", parameters)));
        parameters.stream()
                .filter(name -> query.containsKey(name) && query.get(name).size() > 1)
                .forEach(name -> refuse(name, "parameter.repeated"));
    }

    private String parent() {
        String code = value("parent");
        if (code == null) {
            return "";
        }
        if (!CODE.matcher(code).matches()) {
            refuse("parent", "parameter.district");
        }
        return code;
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

    /** One of the names of a type. */
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

    private @Nullable String value(String name) {
        String value = query.getFirst(name);
        return value == null || value.isEmpty() ? null : value;
    }

    private void refuse(String field, String key, Object... values) {
        violations.add(new Violation(field, texts.say(key, values)));
    }
}
