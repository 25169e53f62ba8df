package io.bihuan.notification.texts;

import java.util.Locale;
import java.util.Map;

/** Writes messages from the templates on file. */
public interface Texts {

    /**
     * A message, the signature 【…】 in front.
     *
     * @param template its name, as {@code remind}
     * @param language Chinese or English; a template that has no English is sent in Chinese
     * @param values what it may speak of; a value that is missing is left out of the map
     */
    String of(String template, Locale language, Map<Placeholder, String> values);
}
