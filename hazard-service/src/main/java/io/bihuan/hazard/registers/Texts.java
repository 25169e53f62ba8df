package io.bihuan.hazard.registers;

import org.jspecify.annotations.Nullable;

/** How texts are kept: without space around them, so that the same entry is the same whoever typed it. */
final class Texts {

    private Texts() {}

    /** Null stays null although a field forbids it: whoever validates the entry names the field. */
    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    static String stripped(String text) {
        return text == null ? null : text.strip();
    }

    static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
