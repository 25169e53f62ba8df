package io.bihuan.notification.texts;

import static io.bihuan.notification.texts.Placeholder.ABOUT;
import static io.bihuan.notification.texts.Placeholder.COUNT;
import static io.bihuan.notification.texts.Placeholder.DISTRICT;
import static io.bihuan.notification.texts.Placeholder.DOCUMENT;
import static io.bihuan.notification.texts.Placeholder.DUE;
import static io.bihuan.notification.texts.Placeholder.GRADE;
import static io.bihuan.notification.texts.Placeholder.LINES;
import static io.bihuan.notification.texts.Placeholder.NUMBER;
import static io.bihuan.notification.texts.Placeholder.OVERDUE;
import static io.bihuan.notification.texts.Placeholder.OVERDUE_DAYS;
import static io.bihuan.notification.texts.Placeholder.PERIOD;
import static io.bihuan.notification.texts.Placeholder.RECIPIENT;
import static io.bihuan.notification.texts.Placeholder.RESPONSIBLE;
import static io.bihuan.notification.texts.Placeholder.SITE;
import static io.bihuan.notification.texts.Placeholder.UNIT;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a text is about, and so what its template may speak of. */
public enum Subject {
    /** A hazard and its deadline. */
    HAZARD(
            EnumSet.of(NUMBER, UNIT, DISTRICT, GRADE, DUE),
            EnumSet.of(ABOUT, SITE, OVERDUE_DAYS, DOCUMENT, RESPONSIBLE, RECIPIENT)),
    /** A hazard as one line among others. */
    LINE(HAZARD.always, HAZARD.sometimes),
    /** Many hazards, told to one person together. */
    DIGEST(EnumSet.of(COUNT, LINES), EnumSet.of(OVERDUE, RECIPIENT)),
    /** Something that a district must submit. */
    DUTY(EnumSet.of(Placeholder.DUTY, PERIOD, DUE, DISTRICT), EnumSet.of(RECIPIENT));

    private final Set<Placeholder> always;
    private final Set<Placeholder> sometimes;

    Subject(Set<Placeholder> always, Set<Placeholder> sometimes) {
        this.always = Collections.unmodifiableSet(always);
        this.sometimes = Collections.unmodifiableSet(sometimes);
    }

    /** What the template of this name is about. A name that does not come with the product is a step's of a city's own. */
    public static Subject of(String template) {
        return switch (template) {
            case Texts.DIGEST -> DIGEST;
            case Texts.DIGEST_LINE -> LINE;
            case "dutyBefore", "dutyAfter" -> DUTY;
            default -> HAZARD;
        };
    }

    /** What is always known. */
    public Set<Placeholder> always() {
        return always;
    }

    /** What may be missing, or 0, which a template asks for as {@code {#if about}}, or words as {@code {about ?: '…'}}. */
    public Set<Placeholder> sometimes() {
        return sometimes;
    }
}
