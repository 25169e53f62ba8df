package io.bihuan.reporting.rest;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a list, and gathers everything that is wrong with them. An empty value counts as not given. */
final class ListQuery {

    private static final int LIMIT = 50;
    private static final int HIGHEST_LIMIT = 500;
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{1,12}");

    private final MultivaluedMap<String, String> given;
    private final Texts texts;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<Violation> violations = new ArrayList<>();

    ListQuery(MultivaluedMap<String, String> given, Texts texts, Problems problems) {
        this.given = given;
        this.texts = texts;
        this.problems = problems;
    }

    @Nullable
    String district() {
        return read(
                "district",
                code -> {
                    if (!CODE.matcher(code).matches()) {
                        throw new IllegalArgumentException(code);
                    }
                    return code;
                },
                "parameter.district");
    }

    <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> values) {
        String all = String.join(
                ", ", Arrays.stream(values.getEnumConstants()).map(Enum::name).toList());
        return read(name, value -> Enum.valueOf(values, value), "parameter.choice", all);
    }

    @Nullable
    Boolean yesOrNo(String name) {
        return read(
                name,
                value -> switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException(value);
                },
                "parameter.choice",
                "true, false");
    }

    @Nullable
    Instant moment(String name, Moments moments) {
        return read(
                name,
                value -> {
                    try {
                        return moments.asOf(value);
                    } catch (DateTimeException e) {
                        throw new IllegalArgumentException(value, e);
                    }
                },
                "parameter.moment",
                Moments.FIRST_YEAR,
                Moments.LAST_YEAR);
    }

    @Nullable
    UUID cursor() {
        return read("cursor", Page::after, "parameter.cursor");
    }

    int limit() {
        Integer limit = read(
                "limit",
                value -> {
                    int number = Integer.parseInt(value);
                    if (number < 1 || number > HIGHEST_LIMIT) {
                        throw new IllegalArgumentException(value);
                    }
                    return number;
                },
                "parameter.number",
                1,
                HIGHEST_LIMIT);
        return limit == null ? LIMIT : limit;
    }

    /** To be called once every parameter was read. */
    void refuseWhatIsWrong() {
        given.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> refuse(name, "parameter.unknown", String.join(", ", known)));
        if (!violations.isEmpty()) {
            throw problems.parameters(violations);
        }
    }

    private <T> @Nullable T read(String name, Function<String, T> reading, String otherwise, Object... values) {
        known.add(name);
        List<String> all = given.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .toList();
        if (all.isEmpty()) {
            return null;
        }
        if (all.size() > 1) {
            refuse(name, "parameter.repeated");
            return null;
        }
        try {
            return reading.apply(all.get(0));
        } catch (IllegalArgumentException e) {
            refuse(name, otherwise, values);
            return null;
        }
    }

    private void refuse(String field, String key, Object... values) {
        violations.add(new Violation(field, texts.say(key, values)));
    }
}
