package io.bihuan.reporting.facts;

import io.bihuan.reporting.statistics.Standing;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a total is of.
 *
 * @param district code of the district, with all below it if it is on file; empty for all districts together
 * @param slice empty for all hazards, or those that have something in common, such as {@code grade=MAJOR}; see {@link Slice} and
 *     {@link Owed}
 * @param grain the length of the time in which they were found
 * @param foundOn its first day
 */
record Cell(String district, String slice, Grain grain, LocalDate foundOn) implements Comparable<Cell> {

    enum Grain {
        /** A day; only kept for all hazards: what a day brings is few enough to be counted. */
        D,
        /** A month. */
        M
    }

    private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::district)
            .thenComparing(Cell::slice)
            .thenComparing(Cell::grain)
            .thenComparing(Cell::foundOn);

    /** The cells of one district that a hazard is in. */
    static List<Cell> of(String district, Standing hazard, ZoneId zone) {
        LocalDate day = hazard.foundOn(zone);
        LocalDate month = day.withDayOfMonth(1);
        List<Cell> cells = new ArrayList<>(7);
        cells.add(new Cell(district, "", Grain.D, day));
        cells.add(new Cell(district, "", Grain.M, month));
        for (String slice : Slice.of(hazard)) {
            cells.add(new Cell(district, slice, Grain.M, month));
        }
        // A province's units are those of its counties: kept on each level they would be as many again.
        if (district.equals(hazard.district())) {
            cells.add(new Cell(district, Owed.of(hazard).slice(), Grain.M, month));
        }
        return cells;
    }

    @Override
    public int compareTo(Cell other) {
        return ORDER.compare(this, other);
    }
}
