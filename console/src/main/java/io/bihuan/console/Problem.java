package io.bihuan.console;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What the console itself has to refuse, as RFC 9457 writes it and in the reader's language, like the services. */
enum Problem {
    FOREIGN_ORIGIN(403),
    UNREACHABLE(503);

    static final String MEDIA_TYPE = "application/problem+json";

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final int status;

    Problem(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /**
     * @param path of the call
     * @param languages what the caller accepts, as HTTP has it
     */
    String json(String path, @Nullable String languages) {
        ResourceBundle texts = ResourceBundle.getBundle("problems", language(languages), NO_FALLBACK);
        return new JsonObject()
                .put("type", "urn:bihuan:problem:" + status)
                .put("title", texts.getString("title." + name()))
                .put("status", status)
                .put("detail", texts.getString("detail." + name()))
                .put("instance", path)
                .encode();
    }

    /** Ends the call with this. */
    void end(RoutingContext call) {
        call.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .end(json(call.request().path(), call.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    private static Locale language(@Nullable String accepted) {
        if (accepted == null) {
            return Locale.SIMPLIFIED_CHINESE;
        }
        try {
            Locale best = Locale.lookup(
                    Locale.LanguageRange.parse(accepted),
                    List.of(Locale.CHINESE, Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH));
            return Locale.ENGLISH.equals(best) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        } catch (IllegalArgumentException e) {
            return Locale.SIMPLIFIED_CHINESE; // what cannot be read is no wish
        }
    }
}
