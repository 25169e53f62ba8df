package io.bihuan.notification.texts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a template may speak of, by the name that stands in braces in lower camel case: {@code {overdueDays}}. */
public enum Placeholder {
    /** The hazard's number. */
    NUMBER(40),
    /** What is wrong, or where, in one short line; may be missing. */
    ABOUT(40),
    /** The responsible unit. */
    UNIT(40),
    /** The place, as on file; may be missing. */
    SITE(40),
    /** The name or code of the district. */
    DISTRICT(40),
    /** 重大, 较大, 一般 or 低. */
    GRADE(20),
    /** The deadline: a day, or a day and a time. Never shortened: no wording of it is longer. */
    DUE(40),
    /** How many days the deadline lies back, counted from the due day; 0 before it has passed. */
    OVERDUE_DAYS(11),
    /** The document that goes with the step; may be missing. */
    DOCUMENT(40),
    /** The responsible person; may be missing. */
    RESPONSIBLE(20),
    /** Who is told; may be missing. */
    RECIPIENT(20),
    /** In a digest: how many hazards. */
    COUNT(11),
    /** In a digest: how many of them are overdue. */
    OVERDUE(11),
    /** In a digest: the first few of them, a short line each. */
    LINES(600),
    /** Of a reporting duty: what is to be submitted. */
    DUTY(40),
    /** Of a reporting duty: for which day, week or month. */
    PERIOD(40);

    private final int longest;
    private final String camelCase;

    Placeholder(int longest) {
        this.longest = longest;
        var words = name().toLowerCase(Locale.ROOT).split("_");
        this.camelCase = words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .reduce("", String::concat);
    }

    /** How it is written in a template, without the braces. */
    public String inTemplates() {
        return camelCase;
    }

    /** The most characters that a text says of it; what is longer is shortened, so that no message outgrows its bounds. */
    int longest() {
        return longest;
    }

    /** Whether it counts something: 0 if nothing is known of it. */
    boolean isNumber() {
        return this == OVERDUE_DAYS || this == COUNT || this == OVERDUE;
    }

    /** The placeholder that is written like this. */
    public static Optional<Placeholder> of(String inTemplates) {
        return Arrays.stream(values())
                .filter(one -> one.camelCase.equals(inTemplates))
                .findFirst();
    }
}
