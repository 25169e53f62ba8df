package io.bihuan.hazard.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** Texts for people, in the language that the client accepts: Chinese unless it prefers English. */
@ApplicationScoped
public class Messages {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final List<Locale> SPOKEN = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    private final HttpHeaders headers;

    Messages(HttpHeaders headers) {
        this.headers = headers;
    }

    /** The text of a key of {@code messages.properties}, with the arguments in their places. */
    public String text(String key, Object... arguments) {
        return text(language(), key, arguments);
    }

    /** The same in a given language, for whoever writes when the call is no longer at hand. */
    public static String text(Locale language, String key, Object... arguments) {
        String pattern =
                ResourceBundle.getBundle("messages", language, NO_FALLBACK).getString(key);
        return new MessageFormat(pattern, language)
                .format(Arrays.stream(arguments).map(Messages::plain).toArray());
    }

    boolean has(String key) {
        return texts(language()).containsKey(key);
    }

    private static ResourceBundle texts(Locale language) {
        return ResourceBundle.getBundle("messages", language, NO_FALLBACK);
    }

    public Locale language() {
        return headers.getAcceptableLanguages().stream()
                .filter(accepted ->
                        SPOKEN.stream().anyMatch(l -> l.getLanguage().equals(accepted.getLanguage())))
                .findFirst()
                .filter(accepted -> accepted.getLanguage().equals("en"))
                .map(accepted -> Locale.ENGLISH)
                .orElse(Locale.SIMPLIFIED_CHINESE);
    }

    /** A number as its digits, not grouped; a list as its parts. */
    private static String plain(Object argument) {
        return argument instanceof Collection<?> parts
                ? parts.stream().map(Object::toString).collect(Collectors.joining(", "))
                : argument.toString();
    }
}
