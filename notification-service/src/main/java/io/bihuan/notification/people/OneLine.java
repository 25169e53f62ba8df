package io.bihuan.notification.people;

import org.jspecify.annotations.Nullable;

/** What is kept of texts that people type: no space around them, no control characters, no halves of characters. */
final class OneLine {

    static final String REGEXP = "[^\\p{Cc}\\p{Cs}]*";
    static final String MESSAGE = "{oneLine}";

    private OneLine() {}

    /** Null stays null although a field forbids it: whoever validates the entry names the field. */
    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    static String stripped(String text) {
        return text == null ? null : text.strip();
    }

    static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
