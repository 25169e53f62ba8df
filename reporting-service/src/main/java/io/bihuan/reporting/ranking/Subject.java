package io.bihuan.reporting.ranking;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Who is ranked. */
public enum Subject {
    /** The districts next below one. */
    DISTRICTS,
    /** The units that hazards of a district are assigned to. */
    UNITS;

    public static Subject of(String field) {
        return valueOf(field.toUpperCase(Locale.ROOT));
    }

    public static List<String> fields() {
        return Arrays.stream(values()).map(Subject::field).toList();
    }

    /** Its name in a query. */
    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }
}
