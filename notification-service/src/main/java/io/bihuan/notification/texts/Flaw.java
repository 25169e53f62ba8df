package io.bihuan.notification.texts;

import io.bihuan.notification.Refusal.Violation;
import io.quarkus.qute.TemplateNode.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Why a template is refused.
 *
 * @param kind what is wrong
 * @param values what the reader is told of it, in the order that the kind says
 */
public record Flaw(Kind kind, List<String> values) {

    /** What can be wrong with a template. */
    public enum Kind {
        /** Says nothing, or says nothing when everything that may be missing is. */
        EMPTY,
        /** A character that no SMS shows: a control character or half of one. */
        UNPRINTABLE,
        /** 【 or 】, which carriers take for a signature. */
        SIGNATURE,
        /** Longer than a template may be: how many characters, how many at most. */
        TOO_LONG,
        /** What it says may become longer than a message may be: how many characters, how many at most. */
        OUTGROWS,
        /** Something is opened and not closed: line, column. */
        NOT_CLOSED,
        /** A section other than if: line, column, what stands there. */
        SECTION,
        /** Can't be read otherwise: line, column. */
        SYNTAX,
        /** A name that is no placeholder, or none of this template: line, column, the name, the known ones. */
        UNKNOWN_PLACEHOLDER,
        /** More than a placeholder and what is said in its place: line, column, what stands there. */
        EXPRESSION,
        /** A brace that belongs to nothing: the text from there on. */
        BRACE,
        /** A placeholder that may be missing, and nothing is said then: line, column, the name. */
        MISSING
    }

    public Flaw {
        values = List.copyOf(values);
    }

    /** As a caller is told of it: {@code violation.template-…} is a key of {@code problems.properties}. */
    public Violation in(String field) {
        return new Violation(
                field, "template-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), values.toArray());
    }

    static Flaw of(Kind kind, Object... values) {
        return new Flaw(kind, Stream.of(values).map(Object::toString).toList());
    }

    /** One that lies at a place in the template. */
    static Flaw of(Kind kind, Origin origin, String... more) {
        var values = new ArrayList<>(
                List.of(Integer.toString(origin.getLine()), Integer.toString(origin.getLineCharacterStart())));
        values.addAll(List.of(more));
        return new Flaw(kind, values);
    }
}
