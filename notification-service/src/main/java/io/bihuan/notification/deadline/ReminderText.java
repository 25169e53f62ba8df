package io.bihuan.notification.deadline;

import io.bihuan.notification.ladder.Deadline;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
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

    @CheckedTemplate(basePath = "sms")
    static class Templates {

        private Templates() {}

        static native TemplateInstance dayBefore(String unit, String number, @Nullable String about, String due);

        static native TemplateInstance remind(String unit, String number, @Nullable String about, String due);
    }

    private final ZoneId zone;

    ReminderText(@ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.zone = zone;
    }

    String of(Due reminder) {
        var unit = reminder.unit() == null ? "责任单位" : reminder.unit();
        var about = shorten(reminder.description() == null ? reminder.siteName() : reminder.description());
        var due = dueIn(new Deadline(reminder.dueAt(), zone));
        var template =
                switch (reminder.step()) {
                    case DAY_BEFORE -> Templates.dayBefore(unit, reminder.number(), about, due);
                    case REMIND -> Templates.remind(unit, reminder.number(), about, due);
                };
        return template.render().strip();
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
