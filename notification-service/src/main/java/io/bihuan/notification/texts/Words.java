package io.bihuan.notification.texts;

import io.bihuan.notification.ladder.Deadline;
import io.bihuan.notification.ladder.Grade;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Facts in the words of one language, as they may stand in a message: one line, no longer than they should be. */
enum Words {
    CHINESE("yyyy年M月d日", "yyyy年M月d日 HH:mm", Locale.CHINA, "责任单位", "；") {
        @Override
        String of(Grade grade) {
            return switch (grade) {
                case MAJOR -> "重大";
                case SERIOUS -> "较大";
                case GENERAL -> "一般";
                case MINOR -> "低";
            };
        }
    },
    ENGLISH("d MMMM yyyy", "d MMMM yyyy, HH:mm", Locale.UK, "the responsible unit", "; ") {
        @Override
        String of(Grade grade) {
            return grade.name().toLowerCase(Locale.ROOT);
        }
    };

    /** Said of what must be known and isn't. */
    private static final String UNKNOWN = "—";

    private static final String MORE = "…";

    /** Breaks, control characters, and what would turn the direction of the text that follows. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\s\\p{Cc}\\p{Cs}\\p{Zs}\\p{Zl}\\p{Zp}\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]+");

    private final DateTimeFormatter day;
    private final DateTimeFormatter timeOfDay;
    private final String someUnit;
    private final String between;

    Words(String day, String timeOfDay, Locale locale, String someUnit, String between) {
        this.day = DateTimeFormatter.ofPattern(day, locale);
        this.timeOfDay = DateTimeFormatter.ofPattern(timeOfDay, locale);
        this.someUnit = someUnit;
        this.between = between;
    }

    static Words in(Locale language) {
        return language.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? ENGLISH : CHINESE;
    }

    abstract String of(Grade grade);

    /** What a template about this subject gets to see. A number is one, so that a template can ask whether it is 0. */
    Map<Placeholder, Object> of(Subject subject, Map<Placeholder, ?> facts) {
        var words = new EnumMap<Placeholder, Object>(Placeholder.class);
        for (var placeholder : subject.always()) {
            var said = said(placeholder, facts.get(placeholder));
            words.put(placeholder, said != null ? said : placeholder == Placeholder.UNIT ? someUnit : UNKNOWN);
        }
        for (var placeholder : subject.sometimes()) {
            var said = said(placeholder, facts.get(placeholder));
            if (said != null) {
                words.put(placeholder, said);
            }
        }
        return words;
    }

    private @Nullable Object said(Placeholder placeholder, @Nullable Object fact) {
        var text = fact == null ? "" : fact instanceof List<?> lines ? lines(lines, placeholder) : tidy(wording(fact));
        if (placeholder.isNumber() && (text.isEmpty() || text.equals("0"))) {
            return 0;
        }
        return text.isEmpty() ? null : shorten(text, placeholder.longest());
    }

    private String wording(Object fact) {
        if (fact instanceof Deadline deadline) {
            return deadline.endsDay()
                    ? day.format(deadline.dueDay())
                    : timeOfDay.format(deadline.dueAt().atZone(deadline.zone()));
        }
        if (fact instanceof LocalDate date) {
            return day.format(date);
        }
        return fact instanceof Grade grade ? of(grade) : fact.toString();
    }

    /** As many of the first lines as there is room for. */
    private String lines(List<?> lines, Placeholder placeholder) {
        var text = new StringBuilder();
        for (var line : lines) {
            var next = (text.isEmpty() ? "" : between) + tidy(wording(line));
            if (!text.isEmpty() && text.length() + next.length() > placeholder.longest() - MORE.length()) {
                return text.append(MORE).toString();
            }
            text.append(next);
        }
        return text.toString();
    }

    /** One line without a signature of its own. */
    private static String tidy(String text) {
        return INVISIBLE.matcher(text).replaceAll(" ").strip().replace('【', '（').replace('】', '）');
    }

    /** At most so many UTF-16 units, and never half of a character. */
    static String shorten(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - MORE.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + MORE;
    }
}
