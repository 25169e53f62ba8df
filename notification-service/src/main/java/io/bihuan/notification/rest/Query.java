package io.bihuan.notification.rest;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a list, and gathers everything that is wrong with them so that it is told at once. */
final class Query {

    static final int LIMIT = 50;
    static final int HIGHEST_LIMIT = 500;

    private final MultivaluedMap<String, String> given;
    private final Problems problems;
    private final Set<String> known = new HashSet<>();
    private final List<Violation> violations = new ArrayList<>();

    Query(MultivaluedMap<String, String> given, Problems problems) {
        this.given = given;
        this.problems = problems;
    }

    @Nullable
    String text(String name) {
        return read(name, Function.identity(), "value");
    }

    @Nullable
    UUID uuid(String name) {
        return read(name, UUID::fromString, "uuid");
    }

    <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> values) {
        return read(name, value -> Enum.valueOf(values, value), "one-of", Arrays.toString(values.getEnumConstants()));
    }

    @Nullable
    UUID cursor() {
        return read("cursor", Page::after, "cursor");
    }

    int limit() {
        var limit = read("limit", Query::withinReach, "limit", HIGHEST_LIMIT);
        return limit == null ? LIMIT : limit;
    }

    /** To be called once every parameter was read. */
    void refuseWhatIsWrong() {
        given.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> violations.add(problems.violation(name, "unknown-parameter")));
        if (!violations.isEmpty()) {
            throw problems.invalid(violations);
        }
    }

    private static int withinReach(String value) {
        int limit = Integer.parseInt(value);
        if (limit < 1 || limit > HIGHEST_LIMIT) {
            throw new IllegalArgumentException(value);
        }
        return limit;
    }

    private <T> @Nullable T read(String name, Function<String, T> reading, String otherwise, Object... values) {
        known.add(name);
        var all = given.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .toList();
        if (all.isEmpty()) {
            return null;
        }
        if (all.size() > 1) {
            violations.add(problems.violation(name, "repeated"));
            return null;
        }
        try {
            return reading.apply(all.get(0));
        } catch (IllegalArgumentException e) {
            violations.add(problems.violation(name, otherwise, values));
            return null;
        }
    }
}
