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

    private final MultivaluedMap<String, String> query;
    private final Moments moments;
    private final Texts texts;
    private final List<Violation> violations = new ArrayList<>();

    QueryReader(MultivaluedMap<String, String> query, Moments moments, Texts texts) {
        this.query = query;
        this.moments = moments;
        this.texts = texts;
    }

    /** The question that the query asks as long as nothing is wrong with it. */
    Question question(Instant now) {
        refuseUnknown();
        String parent = parent();
        Instant from = moment("from", moments::begin);
        Instant to = moment("to", moments::end);
        if (from != null && to != null && from.isAfter(moments.asOf(query.getFirst("to")))) {
            refuse("from", "parameter.order");
        }
        Instant asOf = moment("asOf", moments::asOf);
        return new Question(
                parent,
                from,
                to,
                asOf == null ? now : asOf,
                choice("grade", Grade.class),
                choice("category", Category.class),
                choice("source", Source.class),
                null,
                null);
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
                .filter(name -> !PARAMETERS.contains(name))
                .sorted()
                .forEach(name -> refuse(name, "parameter.unknown", String.join(", ", PARAMETERS)));
        PARAMETERS.stream()
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

    private <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
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
