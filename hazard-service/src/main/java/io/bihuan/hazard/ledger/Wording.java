package io.bihuan.hazard.ledger;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The words of a ledger in one language: its headings, and what codes are called. */
public enum Wording {
    CHINESE(Locale.SIMPLIFIED_CHINESE),
    ENGLISH(Locale.ENGLISH);

    private final ResourceBundle texts;

    Wording(Locale language) {
        texts = ResourceBundle.getBundle(
                "messages",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public static Wording of(Locale language) {
        return language.getLanguage().equals("en") ? ENGLISH : CHINESE;
    }

    /** The name of the sheet and of its file. */
    public String title() {
        return texts.getString("ledger");
    }

    /** The heading over what is wrong with a row. */
    public String errors() {
        return texts.getString("ledger.errors");
    }

    /** Every heading over what is wrong with a row. */
    public static List<String> allErrors() {
        return Arrays.stream(values()).map(Wording::errors).toList();
    }

    public String heading(Column column) {
        return texts.getString("ledger." + column.name());
    }

    String word(Enum<?> code) {
        return texts.getString("word." + code.getDeclaringClass().getSimpleName() + "." + code.name());
    }

    /** What stands for a code: its word and, as programs write it, itself. */
    public <E extends Enum<E>> Map<String, String> codes(Class<E> type) {
        Map<String, String> codes = new HashMap<>();
        for (E code : type.getEnumConstants()) {
            codes.put(code.name(), code.name());
            codes.put(word(code), code.name());
        }
        return codes;
    }
}
