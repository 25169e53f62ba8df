package io.bihuan.hazard.intake;

import io.bihuan.hazard.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Turns a ledger's dates into instants. A date without a time of day is, for a deadline, the day's end: 24:00, because
 * the due day itself is not overdue. For a step it is the day's first second, not 00:00: that is 24:00 of the day before,
 * and what was done a day late would be on time.
 */
final class DateReader {
    /** As the date cells of a workbook come, whatever a mapping says of texts. */
    private static final List<DateTimeFormatter> ISO =
            List.of(DateTimeFormatter.ISO_LOCAL_DATE_TIME, DateTimeFormatter.ISO_LOCAL_DATE);

    private final String patterns;
    private final List<DateTimeFormatter> formats;
    private final ZoneId zone;

    DateReader(Dates dates) {
        this.patterns = String.join(" / ", dates.patterns());
        this.formats = Stream.concat(dates.patterns().stream().map(DateReader::format), ISO.stream())
                .toList();
        this.zone = zone(dates.zone());
    }

    Instant ofStep(String text) {
        return instant(text, day -> day.atStartOfDay(zone).plusSeconds(1));
    }

    Instant ofDeadline(String text) {
        return instant(text, day -> day.plusDays(1).atStartOfDay(zone));
    }

    private Instant instant(String text, Function<LocalDate, ZonedDateTime> ofDay) {
        for (DateTimeFormatter format : formats) {
            TemporalAccessor parsed;
            try {
                parsed = format.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            } catch (DateTimeException notThisPattern) {
                continue;
            }
            if (parsed instanceof OffsetDateTime exact) {
                return exact.toInstant();
            }
            if (parsed instanceof LocalDateTime local) {
                return local.atZone(zone).toInstant();
            }
            return ofDay.apply(LocalDate.from(parsed)).toInstant();
        }
        throw new Refusal("", "import.date", text, patterns);
    }

    /** Strict, so that 31 February is an error and not a day in March; the era saves people from writing uuuu. */
    private static DateTimeFormatter format(String pattern) {
        try {
            return new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(pattern)
                    .parseDefaulting(ChronoField.ERA, 1)
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException unknown) {
            throw new Refusal("patterns", "import.mapping.pattern", pattern);
        }
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new Refusal("zone", "import.mapping.zone", name);
        }
    }
}
