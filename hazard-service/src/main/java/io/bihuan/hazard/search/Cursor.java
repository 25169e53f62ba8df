package io.bihuan.hazard.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** The last hazard of a page, after which the next page begins. Opaque to clients. */
public record Cursor(Order order, Instant key, UUID id) {

    /** No key lies outside, and PostgreSQL would not know it. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    public String encoded() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((order.name() + " " + key + " " + id).getBytes(UTF_8));
    }

    /**
     * Reads a cursor that {@link #encoded()} wrote.
     *
     * @throws IllegalArgumentException if it is none, or of a list in another order
     */
    public static Cursor decode(String text, Order order) {
        String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", -1);
        if (parts.length != 3 || !parts[0].equals(order.name())) {
            throw new IllegalArgumentException("not a cursor of this list");
        }
        Instant key = instant(parts[1]);
        if (key.isBefore(FIRST) || key.isAfter(LAST)) {
            throw new IllegalArgumentException("not a cursor of this list");
        }
        return new Cursor(order, key, UUID.fromString(parts[2]));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a cursor of this list", e);
        }
    }
}
