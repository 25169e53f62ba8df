package io.bihuan.reporting.facts;

import io.bihuan.reporting.statistics.Grade;
import io.bihuan.reporting.statistics.Standing;
import org.jspecify.annotations.Nullable;

/**
 * What hazards of one grade have in common that one unit has to rectify in one district.
 *
 * @param district code of the very district that they lie in
 * @param unit the unit's code or, if it has none, its name; null while nobody is responsible
 * @param unitName the unit's name; a unit may have gone by several
 */
public record Owed(
        String district, @Nullable String unit, @Nullable String unitName, Grade grade) {

    /** What the slices of totals of units begin with. */
    private static final String BEGIN = "unit=";

    /** Whether a row of totals is of a unit, in the words of the index of those rows. */
    static final String CONDITION = "slice >= 'unit=' and slice < 'unit>'";

    /** Stands in no code. */
    private static final String SEPARATOR = "\t";

    static Owed of(Standing hazard) {
        return new Owed(hazard.district(), hazard.unit(), hazard.unitName(), hazard.grade());
    }

    /** Reads a {@link #slice()}. */
    static Owed read(String district, String slice) {
        String[] parts = slice.substring(BEGIN.length()).split(SEPARATOR, 3);
        String name = parts[2].isEmpty() ? null : parts[2];
        return new Owed(district, parts[1].isEmpty() ? name : parts[1], name, Grade.valueOf(parts[0]));
    }

    /** The slice that totals of them are kept by: {@code unit=}, the grade, the code if there is one, and the name. */
    String slice() {
        String code = unit == null || unit.equals(unitName) ? "" : unit;
        return BEGIN + String.join(SEPARATOR, grade.name(), code, unitName == null ? "" : unitName);
    }

    /** Whether a slice is of a unit. */
    static boolean isSlice(String slice) {
        return slice.startsWith(BEGIN);
    }
}
