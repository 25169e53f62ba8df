package io.bihuan.reporting.sql;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The bounds of a stretch of time as the database writes them; null for none. */
public final class Bounds {

    private Bounds() {}

    public static String from(@Nullable Instant from) {
        return from == null ? "-infinity" : from.toString();
    }

    public static String to(@Nullable Instant to) {
        return to == null ? "infinity" : to.toString();
    }
}
