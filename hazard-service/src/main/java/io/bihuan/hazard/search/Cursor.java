package io.bihuan.hazard.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bihuan.hazard.Era;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** The last hazard of a page, after which the next page begins. Opaque to clients. */
public record Cursor(Order order, Instant key, UUID id) {

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
        if (!Era.has(key)) {
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
