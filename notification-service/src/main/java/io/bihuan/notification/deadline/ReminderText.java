package io.bihuan.notification.deadline;

import io.bihuan.notification.ladder.Deadline;
import io.bihuan.notification.texts.Placeholder;
import io.bihuan.notification.texts.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What a reminder says, in Chinese. */
@ApplicationScoped
class ReminderText {

    /** A long description would push the deadline out of sight; in full it stands in the notice. */
    private static final int SHOWN = 40;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);

    private final Texts texts;
    private final ZoneId zone;

    ReminderText(Texts texts, @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    String of(Addressees.Step step, @Nullable String recipient, Locale language, Instant now) {
        var due = step.due();
        var values = new EnumMap<Placeholder, String>(Placeholder.class);
        put(values, Placeholder.NUMBER, due.number());
        put(values, Placeholder.UNIT, due.unit());
        put(values, Placeholder.ABOUT, shorten(due.description() == null ? due.siteName() : due.description()));
        put(values, Placeholder.SITE, due.siteName());
        put(values, Placeholder.DUE, dueIn(due.deadline(zone)));
        put(values, Placeholder.DOCUMENT, step.rung().document());
        put(values, Placeholder.RESPONSIBLE, due.responsible());
        put(values, Placeholder.RECIPIENT, recipient);
        return texts.of(step.rung().template(), language, values);
    }

    String line(Due due, Locale language) {
        return due.number() + " " + dueIn(due.deadline(zone));
    }

    private static void put(EnumMap<Placeholder, String> values, Placeholder name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private static String dueIn(Deadline deadline) {
        return deadline.endsDay()
                ? DAY.format(deadline.dueDay())
                : TIME_OF_DAY.format(deadline.dueAt().atZone(deadline.zone()));
    }

    /** One line, and never half of a character. */
    private static @Nullable String shorten(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHOWN - 1)) + "…";
    }
}
