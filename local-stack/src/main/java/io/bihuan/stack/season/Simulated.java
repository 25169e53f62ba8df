package io.bihuan.stack.season;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How all that is simulated says so, wherever it shows: whatever people read begins with {@link #LABEL}, whatever stands for it as
 * a code or number with {@link #CODE}. Both are data like any other, so every list, message, paper and sheet has them.
 */
final class Simulated {

    /** In Chinese and English, because a description is shown to both as it is. */
    static final String LABEL = "【模拟 Simulated】";

    static final String CODE = "SIM-";

    private static final Pattern SEASON = Pattern.compile(CODE + "([0-9]{8})-([0-9]+)");

    /**
     * Which season a code stands for.
     *
     * @param seed it was drawn by
     * @param day on which it was loaded; its last day is the one before
     */
    record Which(long seed, LocalDate day) {

        /** Names the season's campaign, its ledger and, at their beginning, its hazards. */
        String code() {
            return CODE + DateTimeFormatter.BASIC_ISO_DATE.format(day) + "-" + seed;
        }
    }

    private Simulated() {}

    static String labelled(String text) {
        return LABEL + text;
    }

    /** The season that a campaign's code stands for, if it does. */
    static Optional<Which> season(String code) {
        var parts = SEASON.matcher(code);
        return parts.matches()
                ? Optional.of(new Which(
                        Long.parseLong(parts.group(2)),
                        LocalDate.parse(parts.group(1), DateTimeFormatter.BASIC_ISO_DATE)))
                : Optional.empty();
    }
}
