package io.bihuan.notification.texts;

import java.util.regex.Pattern;

/**
 * Who writes, as carriers require it: 【闭环】 in front of every message, exactly once.
 *
 * @param name what stands between the brackets
 */
record Signature(String name) {

    /** Not U+FFFD either: an environment that isn't UTF-8 makes that of every Chinese character. */
    private static final Pattern NAME = Pattern.compile("[^【】\\p{Cc}\\p{Cs}\\uFFFD]{2,20}");

    /** With its brackets. */
    static final int LONGEST = 22;

    Signature {
        if (!NAME.matcher(name).matches() || name.isBlank()) {
            throw new IllegalArgumentException(
                    "bihuan.sms.signature must be 2 to 20 characters without 【 and 】, not \"%s\"".formatted(name));
        }
    }

    String inFrontOf(String text) {
        return "【" + name + "】" + text;
    }
}
