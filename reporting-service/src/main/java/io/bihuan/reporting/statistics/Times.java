package io.bihuan.reporting.statistics;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How long hazards took from being found to being closed: how many took each number of tenths of days of 24 hours. A hazard's own time
 * is rounded to tenths, half up, as a ledger shows it; the quantiles are of those. So they are exact, add up over districts and
 * days, and need no look at the hazards.
 */
public final class Times {

    private static final BigDecimal TENTH_OF_A_DAY =
            BigDecimal.valueOf(Duration.ofDays(1).toSeconds()).movePointLeft(1);
    private static final int DECIMALS = 1;

    /** Up to 27 years. */
    private static final int USUAL = 100_000;

    /** In order, and how many hazards took each, which is never 0. */
    private int[] tenths = {};

    private int[] numbers = {};
    private int size;
    private final List<byte[]> unread = new ArrayList<>(0);

    /** A time in tenths of days, half up. */
    static int tenths(Duration time) {
        return BigDecimal.valueOf(time.toSeconds())
                .add(BigDecimal.valueOf(time.toNanosPart(), 9))
                .divide(TENTH_OF_A_DAY, 0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    /** Reads what {@link #bytes()} wrote. */
    static Times read(byte @Nullable [] bytes) {
        Times times = new Times();
        times.add(bytes);
        return times;
    }

    /**
     * What {@link #bytes()} wrote in many rows, one after the other, as an aggregate in SQL. Between them stands what no row has, that
     * nobody took no time.
     */
    static String joined(String column) {
        return "string_agg(" + column + ", '\\x0000'::bytea)";
    }

    /** Adds what {@link #bytes()} wrote or {@link #joined}; it is read when somebody asks, together with all others, for a report adds up thousands. */
    void add(byte @Nullable [] bytes) {
        if (bytes != null) {
            unread.add(bytes);
        }
    }

    void add(int time, int number) {
        read();
        int place = Arrays.binarySearch(tenths, 0, size, time);
        if (place >= 0) {
            numbers[place] += number;
            if (numbers[place] == 0) {
                close(place);
            }
        } else if (number != 0) {
            open(-place - 1);
            tenths[-place - 1] = time;
            numbers[-place - 1] = number;
        }
    }

    private void open(int place) {
        if (size == tenths.length) {
            int capacity = Math.max(4, size * 2);
            tenths = Arrays.copyOf(tenths, capacity);
            numbers = Arrays.copyOf(numbers, capacity);
        }
        System.arraycopy(tenths, place, tenths, place + 1, size - place);
        System.arraycopy(numbers, place, numbers, place + 1, size - place);
        size++;
    }

    private void close(int place) {
        size--;
        System.arraycopy(tenths, place + 1, tenths, place, size - place);
        System.arraycopy(numbers, place + 1, numbers, place, size - place);
    }

    void add(Times others, int sign) {
        read();
        others.read();
        int[] mergedTenths = new int[size + others.size];
        int[] mergedNumbers = new int[size + others.size];
        int merged = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < size || theirs < others.size) {
            boolean takesMine = theirs == others.size || mine < size && tenths[mine] <= others.tenths[theirs];
            boolean takesTheirs = mine == size || theirs < others.size && others.tenths[theirs] <= tenths[mine];
            int time = takesMine ? tenths[mine] : others.tenths[theirs];
            int number = (takesMine ? numbers[mine++] : 0) + (takesTheirs ? sign * others.numbers[theirs++] : 0);
            if (number != 0) {
                mergedTenths[merged] = time;
                mergedNumbers[merged++] = number;
            }
        }
        tenths = mergedTenths;
        numbers = mergedNumbers;
        size = merged;
    }

    private void read() {
        if (unread.isEmpty()) {
            return;
        }
        List<byte[]> added = List.copyOf(unread);
        unread.clear();
        Times row = added.size() == 1 ? oneRow(added.get(0)) : null;
        add(row == null ? summed(added) : row, 1);
    }

    /** What {@link #bytes()} wrote; null if it is many rows. */
    private static @Nullable Times oneRow(byte[] bytes) {
        Times times = new Times();
        Reading reading = new Reading(bytes);
        while (reading.next()) {
            if (reading.rows > 1) {
                return null;
            }
            // In order, so each is appended.
            times.add(reading.time, reading.number);
        }
        return times;
    }

    /** By a table of how many took each time, as long as the longest of them. */
    private static Times summed(List<byte[]> many) {
        Times unusual = new Times();
        Table usual = new Table();
        for (byte[] bytes : many) {
            Reading reading = new Reading(bytes);
            while (reading.next()) {
                if (reading.time < USUAL) {
                    usual.add(reading.time, reading.number);
                } else {
                    unusual.add(reading.time, reading.number);
                }
            }
        }
        Times times = new Times();
        for (int time = 0; time < usual.numbers.length; time++) {
            if (usual.numbers[time] != 0) {
                times.add(time, usual.numbers[time]);
            }
        }
        times.add(unusual, 1);
        return times;
    }

    /** Goes from one time to the next of one row or many. */
    private static final class Reading {
        private final byte[] bytes;
        private int place;
        private int rows = 1;
        private int time;
        private int number;

        private Reading(byte[] bytes) {
            this.bytes = bytes;
        }

        private boolean next() {
            while (place < bytes.length) {
                time += read();
                number = read();
                if (number != 0) {
                    return true;
                }
                time = 0;
                rows++;
            }
            return false;
        }

        private int read() {
            int read = bytes[place] & 0x7f;
            for (int shift = 7; bytes[place++] < 0; shift += 7) {
                read |= (bytes[place] & 0x7f) << shift;
            }
            return read;
        }
    }

    private static final class Table {
        private int[] numbers = {};

        private void add(int time, int number) {
            if (time >= numbers.length) {
                numbers = Arrays.copyOf(numbers, Math.max(time + 1, numbers.length * 2));
            }
            numbers[time] += number;
        }
    }

    /** The times in order, each as the difference to the one before and the number of hazards; seven bits to a byte, the low ones first. */
    byte[] bytes() {
        read();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int before = 0;
        for (int i = 0; i < size; i++) {
            write(bytes, tenths[i] - before);
            write(bytes, numbers[i]);
            before = tenths[i];
        }
        return bytes.toByteArray();
    }

    private static void write(ByteArrayOutputStream bytes, int number) {
        int rest = number;
        while (rest > 0x7f) {
            bytes.write(rest | 0x80);
            rest >>>= 7;
        }
        bytes.write(rest);
    }

    boolean areNone() {
        read();
        return size == 0;
    }

    /**
     * A quantile by straight interpolation between the two neighbours, the way that a spreadsheet's {@code MEDIAN} and
     * {@code PERCENTILE} do it, so that an office can check a figure against its ledger: with {@code n} values it stands at place
     * {@code 1 + q·(n − 1)}. In days with one decimal, half up; null if there are none.
     */
    @Nullable
    BigDecimal quantile(int tenthsOfAll) {
        read();
        long number = IntStream.range(0, size).mapToLong(i -> numbers[i]).sum();
        if (number == 0) {
            return null;
        }
        long place = (number - 1) * tenthsOfAll;
        int below = at(place / 10);
        int above = at(Math.min(place / 10 + 1, number - 1));
        BigDecimal past = BigDecimal.valueOf(place % 10, 1);
        return BigDecimal.valueOf(below, 1)
                .add(BigDecimal.valueOf((long) above - below, 1).multiply(past))
                .setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /** The value at a place, the first being 0. */
    private int at(long place) {
        long passed = 0;
        for (int i = 0; i < size; i++) {
            passed += numbers[i];
            if (passed > place) {
                return tenths[i];
            }
        }
        throw new IllegalArgumentException("there is no place " + place);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Times times)) {
            return false;
        }
        read();
        times.read();
        return Arrays.equals(tenths, 0, size, times.tenths, 0, times.size)
                && Arrays.equals(numbers, 0, size, times.numbers, 0, times.size);
    }

    @Override
    public int hashCode() {
        read();
        int hash = 0;
        for (int i = 0; i < size; i++) {
            hash = 31 * (31 * hash + tenths[i]) + numbers[i];
        }
        return hash;
    }

    /** Such as {@code 3.0 (2), 4.5 (1)}: two hazards took three days. */
    @Override
    public String toString() {
        read();
        return IntStream.range(0, size)
                .mapToObj(i -> BigDecimal.valueOf(tenths[i], DECIMALS) + " (" + numbers[i] + ")")
                .collect(Collectors.joining(", "));
    }
}
