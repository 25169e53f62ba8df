package io.bihuan.reporting.statistics;

import com.carrotsearch.hppc.IntIntHashMap;
import com.carrotsearch.hppc.cursors.IntIntCursor;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    private final IntIntHashMap hazards = new IntIntHashMap(4);
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

    /** Adds what {@link #bytes()} wrote; it is read when somebody asks, together with all others, for a report adds up thousands. */
    void add(byte @Nullable [] bytes) {
        if (bytes != null) {
            unread.add(bytes);
        }
    }

    private IntIntHashMap hazards() {
        if (!unread.isEmpty()) {
            int[] usual = new int[USUAL];
            unread.forEach(bytes -> read(bytes, usual));
            unread.clear();
            for (int tenths = 0; tenths < USUAL; tenths++) {
                if (usual[tenths] != 0) {
                    put(tenths, usual[tenths]);
                }
            }
        }
        return hazards;
    }

    private void read(byte[] bytes, int[] usual) {
        int tenths = 0;
        int place = 0;
        while (place < bytes.length) {
            int more = bytes[place] & 0x7f;
            for (int shift = 7; bytes[place++] < 0; shift += 7) {
                more |= (bytes[place] & 0x7f) << shift;
            }
            int number = bytes[place] & 0x7f;
            for (int shift = 7; bytes[place++] < 0; shift += 7) {
                number |= (bytes[place] & 0x7f) << shift;
            }
            tenths += more;
            if (tenths < USUAL) {
                usual[tenths] += number;
            } else {
                put(tenths, number);
            }
        }
    }

    private void put(int tenths, int number) {
        if (hazards.putOrAdd(tenths, number, number) == 0) {
            hazards.remove(tenths);
        }
    }

    /** The times in order, each as the difference to the one before and the number of hazards; seven bits to a byte, the low ones first. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int before = 0;
        for (int tenths : ordered()) {
            write(bytes, tenths - before);
            write(bytes, hazards().get(tenths));
            before = tenths;
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

    void add(int tenths, int number) {
        hazards();
        put(tenths, number);
    }

    void add(Times others, int sign) {
        hazards();
        for (IntIntCursor each : others.hazards()) {
            put(each.key, sign * each.value);
        }
    }

    boolean areNone() {
        return hazards().isEmpty();
    }

    private int[] ordered() {
        int[] ordered = hazards().keys().toArray();
        Arrays.sort(ordered);
        return ordered;
    }

    /**
     * A quantile by straight interpolation between the two neighbours, the way that a spreadsheet's {@code MEDIAN} and
     * {@code PERCENTILE} do it, so that an office can check a figure against its ledger: with {@code n} values it stands at place
     * {@code 1 + q·(n − 1)}. In days with one decimal, half up; null if there are none.
     */
    @Nullable
    BigDecimal quantile(int tenthsOfAll) {
        int[] ordered = ordered();
        long number = 0;
        for (int tenths : ordered) {
            number += hazards().get(tenths);
        }
        if (number == 0) {
            return null;
        }
        long place = (number - 1) * tenthsOfAll;
        int below = at(ordered, place / 10);
        int above = at(ordered, Math.min(place / 10 + 1, number - 1));
        BigDecimal past = BigDecimal.valueOf(place % 10, 1);
        return BigDecimal.valueOf(below, 1)
                .add(BigDecimal.valueOf((long) above - below, 1).multiply(past))
                .setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /** The value at a place, the first being 0. */
    private int at(int[] ordered, long place) {
        long passed = 0;
        for (int tenths : ordered) {
            passed += hazards().get(tenths);
            if (passed > place) {
                return tenths;
            }
        }
        throw new IllegalArgumentException("there is no place " + place);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Times times && hazards().equals(times.hazards());
    }

    @Override
    public int hashCode() {
        return hazards().hashCode();
    }

    @Override
    public String toString() {
        return hazards().toString();
    }
}
