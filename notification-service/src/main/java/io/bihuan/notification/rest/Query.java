package io.bihuan.notification.rest;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a list, and gathers everything that is wrong with them so that it is told at once. */
public final class Query {

    static final int LIMIT = 50;
    static final int HIGHEST_LIMIT = 500;

    private final MultivaluedMap<String, String> given;
    private final Problems problems;
    private final Set<String> known = new HashSet<>();
    private final List<Violation> violations = new ArrayList<>();

    public Query(MultivaluedMap<String, String> given, Problems problems) {
        this.given = given;
        this.problems = problems;
    }

    @Nullable
    public String text(String name) {
        return read(name, Query::plain, "value");
    }

    @Nullable
    public Boolean yesOrNo(String name) {
        return read(name, Query::yesOrNoOf, "one-of", "[true, false]");
    }

    /** A local date. */
    @Nullable
    public LocalDate date(String name) {
        return read(name, Query::dateOf, "date");
    }

    /** Says that a parameter is wrong beside others. */
    public void refuse(String name, String reason, Object... values) {
        violations.add(problems.violation(name, reason, values));
    }

    @Nullable
    public UUID uuid(String name) {
        return read(name, UUID::fromString, "uuid");
    }

    public <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> values) {
        return read(name, value -> Enum.valueOf(values, value), "one-of", Arrays.toString(values.getEnumConstants()));
    }

    @Nullable
    public UUID cursor() {
        return read("cursor", Page::after, "cursor");
    }

    public int limit() {
        var limit = read("limit", Query::withinReach, "limit", HIGHEST_LIMIT);
        return limit == null ? LIMIT : limit;
    }

    /** To be called once every parameter was read. */
    public void refuseWhatIsWrong() {
        given.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> violations.add(problems.violation(name, "unknown-parameter")));
        if (!violations.isEmpty()) {
            throw problems.invalid(violations);
        }
    }

    /** PostgreSQL knows no NUL in a text. */
    private static String plain(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(value);
        }
        return value;
    }

    private static boolean yesOrNoOf(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(value);
        };
    }

    /** With four digits of a year: the database keeps no others. */
    private static LocalDate dateOf(String value) {
        if (value.length() != "2026-05-01".length()) {
            throw new IllegalArgumentException(value);
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(value, e);
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
