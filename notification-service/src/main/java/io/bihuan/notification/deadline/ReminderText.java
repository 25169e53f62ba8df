package io.bihuan.notification.deadline;

import io.bihuan.notification.texts.Placeholder;
import io.bihuan.notification.texts.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What a reminder says: the facts of a hazard's step, for the template that words them. */
@ApplicationScoped
class ReminderText {

    private final Texts texts;
    private final ZoneId zone;

    ReminderText(Texts texts, @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    /**
     * The whole message.
     *
     * @param district its name, if it is known
     * @param recipient who is told, if that is known
     */
    String of(
            Addressees.Step step, @Nullable String district, @Nullable String recipient, Locale language, Instant now) {
        var facts = facts(step.due(), district, now);
        put(facts, Placeholder.DOCUMENT, step.rung().document());
        put(facts, Placeholder.RECIPIENT, recipient);
        return texts.of(step.rung().template(), language, facts);
    }

    /** The same in one short line, for a digest. */
    String line(Due due, @Nullable String district, Locale language, Instant now) {
        return texts.line(language, facts(due, district, now));
    }

    private Map<Placeholder, Object> facts(Due due, @Nullable String district, Instant now) {
        var deadline = due.deadline(zone);
        var facts = new EnumMap<Placeholder, Object>(Placeholder.class);
        facts.put(Placeholder.NUMBER, due.number());
        facts.put(Placeholder.GRADE, due.grade());
        facts.put(Placeholder.DUE, deadline);
        facts.put(Placeholder.OVERDUE_DAYS, overdueDays(deadline.dueDay(), now));
        put(facts, Placeholder.UNIT, due.unit());
        put(facts, Placeholder.ABOUT, due.description() == null ? due.siteName() : due.description());
        put(facts, Placeholder.SITE, due.siteName());
        put(facts, Placeholder.DISTRICT, district == null ? due.districtCode() : district);
        put(facts, Placeholder.RESPONSIBLE, due.responsible());
        return facts;
    }

    private long overdueDays(LocalDate dueDay, Instant now) {
        return Math.max(0, ChronoUnit.DAYS.between(dueDay, now.atZone(zone).toLocalDate()));
    }

    private static void put(Map<Placeholder, Object> facts, Placeholder name, @Nullable String value) {
        if (value != null) {
            facts.put(name, value);
        }
    }
}
