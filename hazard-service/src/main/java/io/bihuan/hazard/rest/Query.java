package io.bihuan.hazard.rest;

import io.bihuan.hazard.Era;
import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads query parameters. They come as texts, so that a bad one is refused by its name. */
public final class Query {

    private static final int MOST = 500;

    private Query() {}

    /** How many items a page of a list has: 1 to 500. */
    public static int limit(String text) {
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw new Refusal("limit", "limit.range", text, MOST);
        }
        return Integer.parseInt(text);
    }

    public static <E extends Enum<E>> E oneOf(String field, String text, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Refusal(field, "oneOf", text, List.of(type.getEnumConstants())));
    }

    /** One of the type's constants, or null if the parameter is not there. */
    public static <E extends Enum<E>> @Nullable E oneOfIfGiven(String field, @Nullable String text, Class<E> type) {
        return text == null ? null : oneOf(field, text, type);
    }

    public static boolean yesOrNo(String field, String text) {
        if (!Set.of("true", "false").contains(text)) {
            throw new Refusal(field, "oneOf", text, List.of("true", "false"));
        }
        return Boolean.parseBoolean(text);
    }

    /** PostgreSQL knows no NUL in a text. */
    public static @Nullable String plain(String field, @Nullable String text) {
        if (text != null && text.indexOf('\0') >= 0) {
            throw new Refusal(field, "text.nul");
        }
        return text;
    }

    /** A code in a path; one with a NUL, which PostgreSQL does not know, is on no record. */
    public static String inPath(String kind, String code) {
        if (code.indexOf('\0') >= 0) {
            throw new NotOnRecord(kind, code);
        }
        return code;
    }

    /** Where the page before ended: the id of its last item. */
    public static @Nullable UUID cursor(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal("cursor", "cursor.malformed");
        }
    }

    public static @Nullable UUID uuid(String field, @Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(field, "field.type");
        }
    }

    public static @Nullable Instant instant(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            if (Era.has(time)) {
                return time;
            }
        } catch (DateTimeException e) {
            // Said below, as for a time that no calendar has.
        }
        throw new Refusal(field, "instant.malformed", text);
    }
}
