package io.bihuan.hazard;

import java.time.Instant;

/** The times there are: RFC 3339 writes no others, and PostgreSQL does not keep many. */
public final class Era {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Era() {}

    public static boolean has(Instant time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }
}
