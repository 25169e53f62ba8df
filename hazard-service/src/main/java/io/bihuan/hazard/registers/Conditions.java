package io.bihuan.hazard.registers;

import io.bihuan.access.Scope;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What narrows a list, combined with AND. A value that is null does not narrow it. */
public final class Conditions {

    private final List<String> texts = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    Conditions is(String field, @Nullable Object value) {
        return value == null ? this : add(field + " = :" + field, field, value);
    }

    /** The code in the field is the given one or lies below it. */
    Conditions below(String field, @Nullable String code) {
        return code == null ? this : add(field + " like :" + field + " escape '!'", field, literal(code) + "%");
    }

    /** What lies in the scope: under one of its districts, or of its unit. */
    Conditions within(Scope scope, String district, String unit) {
        Scope.Within within = scope.within(district, unit);
        texts.add(within.condition());
        parameters.putAll(within.parameters());
        return this;
    }

    Conditions after(@Nullable String code) {
        return code == null ? this : add("code > :after", "after", code);
    }

    /** The text stands in one of the fields as it is, in any case. */
    Conditions contains(@Nullable String text, String... fields) {
        return text == null
                ? this
                : add(
                        Arrays.stream(fields)
                                .map(field -> "lower(" + field + ") like :text escape '!'")
                                .collect(Collectors.joining(" or ", "(", ")")),
                        "text",
                        "%" + literal(text.toLowerCase(Locale.ROOT)) + "%");
    }

    String where() {
        return texts.isEmpty() ? "" : "where " + String.join(" and ", texts);
    }

    <Q extends Query> Q fill(Q query) {
        parameters.forEach(query::setParameter);
        return query;
    }

    private Conditions add(String text, String parameter, Object value) {
        texts.add(text);
        parameters.put(parameter, value);
        return this;
    }

    private static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
