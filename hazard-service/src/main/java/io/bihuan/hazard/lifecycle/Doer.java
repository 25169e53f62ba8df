package io.bihuan.hazard.lifecycle;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who did something.
 *
 * @param name as people read it; null if unknown
 * @param subject tells this person from all others: of the token with which he recorded it himself; null where somebody else
 *     told of it
 */
public record Doer(@Nullable String name, @Nullable String subject) {

    /** Somebody who is only told of. */
    public static @Nullable Doer told(@Nullable String name) {
        return name == null ? null : new Doer(name, null);
    }

    /**
     * Whether these are one person. Whoever has a token is known by it; names are compared besides, as people read them: neither
     * blanks nor the width or case of letters make another person.
     */
    boolean isSame(@Nullable Doer other) {
        return other != null
                && (subject != null && subject.equals(other.subject)
                        || name != null && other.name != null && read(name).equals(read(other.name)));
    }

    /** Whether this person recorded himself what he did. */
    boolean isProven() {
        return subject != null;
    }

    private static String read(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
    }
}
