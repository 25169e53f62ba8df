package io.bihuan.reporting.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What is said to the client of the moment, in Chinese or, if it prefers that, English. */
@ApplicationScoped
class Texts {

    private static final List<Locale> SPOKEN = List.of(Locale.CHINESE, Locale.ENGLISH);

    @Context
    @Nullable
    HttpHeaders headers;

    String say(String key, Object... values) {
        return MessageFormat.format(bundle().getString(key), values);
    }

    boolean knows(String key) {
        return bundle().containsKey(key);
    }

    private ResourceBundle bundle() {
        return ResourceBundle.getBundle("problems", language());
    }

    /** Chinese or English. */
    Locale language() {
        if (headers != null) {
            for (Locale wanted : headers.getAcceptableLanguages()) {
                for (Locale spoken : SPOKEN) {
                    if (wanted.getLanguage().equals(spoken.getLanguage())) {
                        return spoken;
                    }
                }
            }
        }
        return Locale.CHINESE;
    }
}
