package io.bihuan.reporting.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bihuan.reporting.facts.Question;
import io.bihuan.reporting.statistics.Figures;
import io.bihuan.reporting.statistics.Measure;
import io.bihuan.reporting.tables.Column;
import io.bihuan.reporting.tables.Kind;
import io.bihuan.reporting.tables.Measures;
import io.bihuan.reporting.tables.Table;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A measure over time, as a client sees it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(description = "A measure over time")
record Trend(
        @Schema(description = "Code of the district; empty for all")
        String district,

        @Schema(description = "The measure") Measure metric,

        @Schema(description = "The moment at which things stood like this")
        OffsetDateTime asOf,

        List<Point> points) {

    static final int MOST_POINTS = 1_100;

    /** A step of the time. */
    @Schema(name = "TrendPoint")
    record Point(
            @Schema(description = "The step's first day") LocalDate start,

            @Schema(description = "null where there is nothing to divide") @Nullable
            BigDecimal value) {}

    /** One row per point. */
    Table table() {
        Column value = Measures.COLUMNS.get(metric.ordinal());
        return new Table(
                "trend",
                List.of(new Column("start", Kind.TEXT), value),
                points.stream()
                        .map(point ->
                                Arrays.<@Nullable Object>asList(point.start().toString(), point.value()))
                        .toList(),
                null);
    }

    /** How long a step is. */
    enum Step {
        DAY(ChronoUnit.DAYS, 30),
        WEEK(ChronoUnit.WEEKS, 12),
        MONTH(ChronoUnit.MONTHS, 12);

        private final ChronoUnit unit;
        private final int usual;

        Step(ChronoUnit unit, int usual) {
            this.unit = unit;
            this.usual = usual;
        }

        static Step of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }

        static List<String> names() {
            return Arrays.stream(values())
                    .map(step -> step.name().toLowerCase(Locale.ROOT))
                    .toList();
        }

        /** The first day of the step that a day lies in. */
        LocalDate start(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
            };
        }

        /** The question with a beginning, where it has none so many steps before its end. */
        Question bound(Question question, ZoneId zone) {
            Instant to = question.to();
            LocalDate last = last(question, zone);
            Instant from = question.from() == null
                    ? start(last).minus(usual - 1L, unit).atStartOfDay(zone).toInstant()
                    : question.from();
            return question.found(from, to);
        }

        /** How many points a question would have, if those are too many to answer. */
        Optional<Long> tooMany(Question bound, ZoneId zone) {
            long points = unit.between(start(first(bound, zone)), start(last(bound, zone))) + 1;
            return Optional.of(points).filter(number -> number > MOST_POINTS);
        }

        Trend trend(
                Question bound, Measure measure, Map<LocalDate, Figures> figures, ZoneId zone, OffsetDateTime asOf) {
            List<Point> points = new ArrayList<>();
            LocalDate last = last(bound, zone);
            for (LocalDate start = start(first(bound, zone)); !start.isAfter(last); start = start.plus(1, unit)) {
                points.add(new Point(start, measure.of(figures.getOrDefault(start, Figures.NONE))));
            }
            return new Trend(bound.parent(), measure, asOf, points);
        }

        private static LocalDate first(Question bound, ZoneId zone) {
            Instant from = bound.from();
            return LocalDate.ofInstant(from == null ? bound.asOf() : from, zone);
        }

        private static LocalDate last(Question question, ZoneId zone) {
            Instant to = question.to();
            return LocalDate.ofInstant(to == null ? question.asOf() : to.minusNanos(1_000), zone);
        }
    }
}
