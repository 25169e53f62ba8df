package io.bihuan.notification.texts;

import io.bihuan.notification.texts.Flaw.Kind;
import io.quarkus.qute.Engine;
import io.quarkus.qute.IfSectionHelper;
import io.quarkus.qute.ParserError;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.ValueResolvers;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A template in one language that was checked: whatever it is given to say later, it neither fails nor outgrows a message.
 *
 * <p>Whoever may write templates is trusted with texts and nothing else. The engine knows the section {@code if} and no
 * other, looks names up in a map and nowhere else, and calls no methods.
 */
public final class Template {

    /** Enough for seven SMS, not counting what it speaks of. */
    static final int LONGEST = 500;

    private static final Engine ENGINE = Engine.builder()
            .addSectionHelper(new IfSectionHelper.Factory())
            .addValueResolver(ValueResolvers.mapResolver())
            .addValueResolver(ValueResolvers.orResolver())
            .addResultMapper(new NothingToSay())
            // A condition may ask for what is missing; to say it is refused by the mapper.
            .strictRendering(false)
            .removeStandaloneLines(false)
            .build();

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n]]");

    private final String body;
    private final Subject subject;
    private final io.quarkus.qute.Template compiled;

    private Template(String body, Subject subject, io.quarkus.qute.Template compiled) {
        this.body = body;
        this.subject = subject;
        this.compiled = compiled;
    }

    /**
     * Reads and checks a template.
     *
     * @throws BadTemplate with what is wrong with it
     */
    public static Template of(String body, Subject subject) throws BadTemplate {
        var tidy = body.replace("\r\n", "\n").strip();
        var template = new Template(tidy, subject, parse(tidy));
        new Grammar(subject).check(template.compiled.getNodes());
        Trial.of(template);
        return template;
    }

    /** As it was written, without blanks around it. */
    public String body() {
        return body;
    }

    /** What it is about. */
    public Subject subject() {
        return subject;
    }

    /**
     * What it says, without the signature.
     *
     * @param words of the placeholders of its subject; one that is missing is not in the map
     */
    String say(Map<Placeholder, Object> words) {
        var named = new HashMap<String, Object>();
        words.forEach((placeholder, said) -> named.put(placeholder.inTemplates(), said));
        return compiled.render(named).strip();
    }

    private static io.quarkus.qute.Template parse(String body) throws BadTemplate {
        if (body.isEmpty()) {
            throw new BadTemplate(Flaw.of(Kind.EMPTY));
        }
        if (body.length() > LONGEST) {
            throw new BadTemplate(Flaw.of(Kind.TOO_LONG, body.length(), LONGEST));
        }
        if (UNPRINTABLE.matcher(body).find()) {
            throw new BadTemplate(Flaw.of(Kind.UNPRINTABLE));
        }
        if (body.contains("【") || body.contains("】")) {
            throw new BadTemplate(Flaw.of(Kind.SIGNATURE));
        }
        try {
            return ENGINE.parse(body);
        } catch (TemplateException e) {
            throw new BadTemplate(unreadable(e));
        } catch (IndexOutOfBoundsException e) {
            // Qute looks for what lies between the ends of a single quotation mark, and before an operator that nothing
            // stands before.
            throw new BadTemplate(Flaw.of(Kind.SYNTAX, 1, 1));
        }
    }

    /** Where Qute stumbled, in our words: its own are for whoever knows Qute. */
    static Flaw unreadable(TemplateException e) {
        var origin = e.getOrigin();
        int line = origin == null ? 1 : origin.getLine();
        int column = origin == null ? 1 : origin.getLineCharacterStart();
        if (e.getCode() == ParserError.NO_SECTION_HELPER_FOUND) {
            // Qute noticed at the end of the tag.
            var tag = String.valueOf(e.getArguments().get("tag"));
            return Flaw.of(Kind.SECTION, line, Math.max(1, column - tag.length() + 1), tag);
        }
        if (e.getCode() instanceof ParserError error && error.name().startsWith("UNTERMINATED")) {
            return Flaw.of(Kind.NOT_CLOSED, line, column);
        }
        return Flaw.of(Kind.SYNTAX, line, column);
    }
}
