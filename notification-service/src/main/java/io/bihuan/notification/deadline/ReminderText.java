package io.bihuan.notification.deadline;

import io.bihuan.notification.texts.Placeholder;
import io.bihuan.notification.texts.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What there is to say of a reminder; how it is said is the templates' business. */
@ApplicationScoped
class ReminderText {

    private final Texts texts;
    private final ZoneId zone;

    ReminderText(Texts texts, @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    String of(Addressees.Step step, @Nullable String recipient, Locale language, Instant now) {
        var facts = facts(step.due(), now);
        put(facts, Placeholder.DOCUMENT, step.rung().document());
        put(facts, Placeholder.RECIPIENT, recipient);
        return texts.of(step.rung().template(), language, facts);
    }

    /** In one short line, for a digest. */
    String line(Due due, Locale language, Instant now) {
        return texts.line(language, facts(due, now));
    }

    private Map<Placeholder, Object> facts(Due due, Instant now) {
        var deadline = due.deadline(zone);
        var today = now.atZone(zone).toLocalDate();
        var facts = new EnumMap<Placeholder, Object>(Placeholder.class);
        put(facts, Placeholder.NUMBER, due.number());
        put(facts, Placeholder.UNIT, due.unit());
        put(facts, Placeholder.ABOUT, due.description() == null ? due.siteName() : due.description());
        put(facts, Placeholder.SITE, due.siteName());
        put(facts, Placeholder.DISTRICT, due.districtCode());
        put(facts, Placeholder.GRADE, due.grade());
        put(facts, Placeholder.DUE, deadline);
        put(facts, Placeholder.OVERDUE_DAYS, Math.max(0, ChronoUnit.DAYS.between(deadline.dueDay(), today)));
        put(facts, Placeholder.RESPONSIBLE, due.responsible());
        return facts;
    }

    private static void put(Map<Placeholder, Object> facts, Placeholder name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value);
        }
    }
}
