package io.bihuan.notification.texts;

import io.bihuan.notification.texts.Flaw.Kind;
import io.quarkus.qute.TemplateException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says a template once for every combination of what may be missing: each time it must have something to say, and with
 * everything at its longest fit into a message behind the signature.
 */
final class Trial {

    /** The gateways' contract: {@code contracts/sms-gateway/message.schema.json}. */
    static final int LONGEST_MESSAGE = 1000;

    private Trial() {}

    static void of(Template template) throws BadTemplate {
        int most = LONGEST_MESSAGE - Signature.LONGEST;
        for (var missing : subsets(template.subject().sometimes())) {
            var text = say(template, allBut(missing, template.subject()));
            if (text.isEmpty()) {
                throw new BadTemplate(Flaw.of(Kind.EMPTY));
            }
            if (text.length() > most) {
                throw new BadTemplate(Flaw.of(Kind.OUTGROWS, text.length(), most));
            }
        }
    }

    private static String say(Template template, Map<Placeholder, Object> words) throws BadTemplate {
        try {
            return template.say(words);
        } catch (TemplateException e) {
            throw new BadTemplate(
                    e.getCode() == NothingToSay.MISSING
                            ? Flaw.of(
                                    Kind.MISSING,
                                    e.getOrigin(),
                                    String.valueOf(e.getArguments().get("name")))
                            : Template.unreadable(e));
        }
    }

    private static Map<Placeholder, Object> allBut(Set<Placeholder> missing, Subject subject) {
        var words = new EnumMap<Placeholder, Object>(Placeholder.class);
        for (var some : List.of(subject.always(), subject.sometimes())) {
            for (var placeholder : some) {
                if (!missing.contains(placeholder)) {
                    words.put(placeholder, "9".repeat(placeholder.longest()));
                } else if (placeholder.isNumber()) {
                    words.put(placeholder, 0);
                }
            }
        }
        return words;
    }

    private static List<Set<Placeholder>> subsets(Set<Placeholder> all) {
        var subsets = new ArrayList<Set<Placeholder>>();
        subsets.add(EnumSet.noneOf(Placeholder.class));
        for (var one : all) {
            for (var known : List.copyOf(subsets)) {
                var larger = EnumSet.of(one);
                larger.addAll(known);
                subsets.add(larger);
            }
        }
        return subsets;
    }
}
