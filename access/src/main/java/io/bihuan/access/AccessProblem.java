package io.bihuan.access;

import io.vertx.core.json.JsonObject;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Why a call was not let in, as RFC 9457 writes it.
 *
 * @param status 401, 403, 404 of an address that leads nowhere, or 429
 * @param detail the key of what was wrong
 * @param arguments of that text
 */
record AccessProblem(int status, String detail, Object... arguments) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /**
     * In the caller's language: Chinese unless he prefers English.
     *
     * @param path of the call
     * @param languages what he accepts, as HTTP has it
     */
    String json(String path, @Nullable String languages) {
        ResourceBundle texts = ResourceBundle.getBundle("access", language(languages), NO_FALLBACK);
        return new JsonObject()
                .put("type", "urn:bihuan:problem:" + status)
                .put("title", texts.getString("title." + status))
                .put("status", status)
                .put("detail", MessageFormat.format(texts.getString(detail), arguments))
                .put("instance", path)
                .encode();
    }

    /** Whether a header {@code Accept-Language} says something, or is not there. */
    static boolean isReadable(@Nullable String languages) {
        try {
            return languages == null || !Locale.LanguageRange.parse(languages).isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Locale language(@Nullable String accepted) {
        Locale best = accepted == null || !isReadable(accepted)
                ? null
                : Locale.lookup(
                        Locale.LanguageRange.parse(accepted),
                        List.of(Locale.CHINESE, Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH));
        return best == null || !best.getLanguage().equals("en") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }
}
