package io.bihuan.notification.rest;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What people are told, in the language that their request asks for: Chinese, or English. */
@ApplicationScoped
class Wording {

    private static final List<Locale> LANGUAGES = List.of(Locale.CHINESE, Locale.ENGLISH);

    private final CurrentVertxRequest request;

    Wording(CurrentVertxRequest request) {
        this.request = request;
    }

    String of(String key, Object... values) {
        return find(key, values).orElseThrow(() -> new IllegalArgumentException("No words for " + key));
    }

    Optional<String> find(String key, Object... values) {
        var words = ResourceBundle.getBundle(
                "io.bihuan.notification.rest.problems",
                language(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return words.containsKey(key)
                ? Optional.of(new MessageFormat(words.getString(key), Locale.ROOT).format(values))
                : Optional.empty();
    }

    private Locale language() {
        var context = request.getCurrent();
        return asked(context == null ? null : context.request().getHeader("Accept-Language"));
    }

    private static Locale asked(@Nullable String header) {
        if (header == null) {
            return Locale.CHINESE;
        }
        try {
            var known = Locale.lookup(Locale.LanguageRange.parse(header), LANGUAGES);
            return known == null ? Locale.CHINESE : known;
        } catch (IllegalArgumentException e) {
            // What can't be read as a wish is none.
            return Locale.CHINESE;
        }
    }
}
