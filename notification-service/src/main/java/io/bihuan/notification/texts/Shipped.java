package io.bihuan.notification.texts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The templates that come with the product, one file per language. */
final class Shipped {

    private static final List<String> NAMES = List.of(
            "threeDaysBefore",
            "dayBefore",
            "dueDay",
            "remind",
            "interview",
            "circular",
            "listed",
            Texts.DIGEST,
            Texts.DIGEST_LINE,
            "dutyBefore",
            "dutyAfter");

    private Shipped() {}

    /** By name. */
    static SortedMap<String, Edition> editions() {
        var editions = new TreeMap<String, Edition>();
        NAMES.forEach(name ->
                editions.put(name, new Edition(name, 0, false, read("zh", name), read("en", name), null, null)));
        return editions;
    }

    private static String read(String language, String name) {
        var path = "/texts/%s/%s.txt".formatted(language, name);
        try (var file = requireNonNull(Shipped.class.getResourceAsStream(path), path)) {
            return new String(file.readAllBytes(), UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
