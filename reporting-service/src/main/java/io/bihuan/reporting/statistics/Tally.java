package io.bihuan.reporting.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is counted of some hazards, before it is divided. Tallies add up: that of two groups of hazards is the sum of theirs,
 * and a hazard that goes takes away what it brought.
 */
public final class Tally {

    private static final Count[] COUNTS = Count.values();
    private static final BigDecimal SECONDS_PER_DAY =
            BigDecimal.valueOf(Duration.ofDays(1).toSeconds());

    /** What {@link #read} and {@link #values} know, as names of columns. */
    public static final String COLUMNS = Stream.concat(
                    Arrays.stream(COUNTS).map(Count::column), Stream.of("funds", "time_to_close", "times_to_close"))
            .collect(Collectors.joining(", "));

    /** The types of the {@link #COLUMNS}, as PostgreSQL calls them. */
    public static final List<String> TYPES = Stream.concat(
                    Arrays.stream(COUNTS).map(count -> "bigint"), Stream.of("bigint", "numeric", "bytea"))
            .toList();

    /** The sums of the {@link #COLUMNS} of many rows, which are read like one. */
    public static final String SUMS = Stream.of(
                    Arrays.stream(COUNTS).map(Count::column).map("sum(%s)::bigint"::formatted),
                    Stream.of("sum(funds)::bigint", "sum(time_to_close)", Times.joined("times_to_close")))
            .flatMap(Function.identity())
            .collect(Collectors.joining(", "));

    private final long[] counts = new long[COUNTS.length];
    private long fen;
    private Duration timeToClose = Duration.ZERO;
    private final Times times;

    private Tally(Times times) {
        this.times = times;
    }

    /** Of nobody. */
    public static Tally none() {
        return new Tally(new Times());
    }

    /** Of one hazard that stands like this. */
    public static Tally of(Standing hazard) {
        Tally tally = none();
        tally.add(hazard, 1);
        return tally;
    }

    /** The tally of a row that has the {@link #COLUMNS} from a place on. */
    public static Tally read(ResultSet row, int first) throws SQLException {
        Tally tally = none();
        tally.add(row, first);
        return tally;
    }

    /** Adds a row that has the {@link #COLUMNS} from a place on. */
    public void add(ResultSet row, int first) throws SQLException {
        int place = first;
        for (int i = 0; i < counts.length; i++) {
            counts[i] += row.getLong(place++);
        }
        fen += row.getLong(place++);
        timeToClose = timeToClose.plus(duration(row.getBigDecimal(place++)));
        times.add(row.getBytes(place));
    }

    /** What it has in the columns, in their order. */
    public Stream<@Nullable Object> values() {
        Stream<@Nullable Object> rest = Stream.of(fen, seconds(), times.areNone() ? null : times.bytes());
        return Stream.concat(Arrays.stream(counts).boxed(), rest);
    }

    /** Adds a hazard, or takes it away with sign -1. */
    public void add(Standing hazard, int sign) {
        if (!hazard.counts()) {
            return;
        }
        for (Count count : COUNTS) {
            if (count.takes(hazard)) {
                counts[count.ordinal()] += sign;
            }
        }
        BigDecimal funds = hazard.funds();
        if (funds != null && Count.PLANNED.takes(hazard)) {
            fen += sign
                    * funds.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact();
        }
        Duration time = hazard.timeToClose();
        if (time != null) {
            timeToClose = timeToClose.plus(time.multipliedBy(sign));
            times.add(Times.tenths(time), sign);
        }
    }

    /** Adds a tally, or takes it away with sign -1. */
    public void add(Tally other, int sign) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += sign * other.counts[i];
        }
        fen += sign * other.fen;
        timeToClose = timeToClose.plus(other.timeToClose.multipliedBy(sign));
        times.add(other.times, sign);
    }

    public boolean isNone() {
        return equals(none());
    }

    public long count(Count count) {
        return counts[count.ordinal()];
    }

    /** What the orders in force cost, in CNY. */
    public BigDecimal funds() {
        return BigDecimal.valueOf(fen, 2);
    }

    /** How long the closed ones took on average, in days with one decimal, half up; null if none is closed. */
    @Nullable
    BigDecimal meanDaysToClose() {
        long closed = count(Count.CLOSED);
        return closed == 0
                ? null
                : seconds().divide(SECONDS_PER_DAY.multiply(BigDecimal.valueOf(closed)), 1, RoundingMode.HALF_UP);
    }

    /** How long the closed ones took together. */
    public Duration timeToClose() {
        return timeToClose;
    }

    /** In seconds with six decimals, as the database keeps it. */
    private BigDecimal seconds() {
        return BigDecimal.valueOf(timeToClose.getSeconds()).add(BigDecimal.valueOf(timeToClose.getNano() / 1_000, 6));
    }

    private static Duration duration(BigDecimal seconds) {
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        return Duration.ofSeconds(
                whole.longValueExact(),
                seconds.subtract(whole).movePointRight(9).longValueExact());
    }

    public Times times() {
        return times;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tally tally
                && Arrays.equals(counts, tally.counts)
                && fen == tally.fen
                && timeToClose.equals(tally.timeToClose)
                && times.equals(tally.times);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(counts), fen, timeToClose, times);
    }
}
