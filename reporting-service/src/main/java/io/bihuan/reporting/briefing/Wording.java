package io.bihuan.reporting.briefing;

import io.bihuan.reporting.statistics.Period;
import io.bihuan.reporting.tables.Labels;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** How a briefing writes what the figures hold as numbers and instants, in its own language. */
final class Wording {

    private final ResourceBundle words;
    private final ZoneId zone;

    Wording(Language language, ZoneId zone) {
        this.words = ResourceBundle.getBundle(
                "briefings/words",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.zone = zone;
    }

    String say(String key, Object... values) {
        return new MessageFormat(words.getString(key), Locale.ROOT).format(values);
    }

    /** Such as 2026年第18周 or 2026年5月. */
    String period(Period period) {
        return switch (period.kind()) {
            case WEEK ->
                say(
                        "period.week",
                        period.first().get(IsoFields.WEEK_BASED_YEAR),
                        period.first().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH ->
                say("period.month", period.first().getYear(), period.first().getMonthValue());
            default -> throw new IllegalArgumentException("there are no briefings of " + period);
        };
    }

    /** Such as 2026年5月1日17时00分. */
    String moment(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        return say(
                "moment",
                local.getYear(),
                local.getMonthValue(),
                local.getDayOfMonth(),
                local.getHour(),
                local.getMinute());
    }

    /** Such as 2026年5月1日. */
    String day(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        return say("day", local.getYear(), local.getMonthValue(), local.getDayOfMonth());
    }

    /** Such as 66.67%. */
    static String rate(@Nullable BigDecimal rate) {
        return rate == null ? Labels.NOTHING : rate.movePointRight(2).toPlainString() + "%";
    }

    /** By how many a count has changed. */
    String change(long now, long before) {
        long change = now - before;
        return change == 0 ? say("change.none") : say(change > 0 ? "change.more" : "change.less", Math.abs(change));
    }

    /** By how many percentage points a rate has changed. */
    String change(@Nullable BigDecimal now, @Nullable BigDecimal before) {
        if (now == null || before == null) {
            return Labels.NOTHING;
        }
        BigDecimal points = now.subtract(before).movePointRight(2);
        return points.signum() == 0
                ? say("change.none")
                : say(
                        points.signum() > 0 ? "points.up" : "points.down",
                        points.abs().toPlainString());
    }
}
