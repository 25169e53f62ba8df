package io.bihuan.hazard.ledger;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.Refusal.Violation;
import io.bihuan.hazard.ledger.Column.Part;
import io.bihuan.hazard.lifecycle.Hazard;
import io.bihuan.hazard.lifecycle.Status;
import io.bihuan.hazard.sheets.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds a row of our ledger against the hazard on record. An empty cell says nothing; a filled one says the same as we
 * would write now, or tells of a step that has not been taken here, or is an error.
 */
public final class Differences {

    private final Wording wording;
    private final Sheet sheet;
    private final Map<String, String> statuses;

    public Differences(Wording wording, Sheet sheet) {
        this.wording = wording;
        this.sheet = sheet;
        this.statuses = wording.codes(Status.class);
    }

    /**
     * How many steps the row has beyond the record: of assigned, rectified, closed.
     *
     * @throws Refusal naming each column that differs, with what is on record and what the row says
     */
    public int stepsBeyond(Row row, Hazard hazard) {
        List<Violation> differences = new ArrayList<>();
        int taken = taken(hazard.status());
        int told = taken;
        for (Column column : Column.values()) {
            String theirs = says(row, column);
            if (theirs == null
                    || column == Column.DISTRICT
                    || column.part == Part.STATUS
                    || column.namesCitizens(hazard)) {
                continue;
            }
            if (hazard.status().isOpen() && step(column.part) > taken && at(row, column.part) != null) {
                told = Math.max(told, step(column.part));
            } else if (!same(column, hazard, theirs)) {
                differences.add(new Violation(
                        wording.heading(column), "import.differs", text(sheet.cell(column, hazard)), theirs));
            }
        }
        compareStatus(row, hazard, told, differences);
        if (!differences.isEmpty()) {
            throw new Refusal(differences.toArray(Violation[]::new));
        }
        return told - taken;
    }

    /** A status may be the one on record, an earlier one, or the one that the row's steps lead to. */
    private void compareStatus(Row row, Hazard hazard, int told, List<Violation> differences) {
        String theirs = says(row, Column.STATUS);
        if (theirs == null) {
            return;
        }
        String code = statuses.get(theirs);
        Set<Status> earlier = Set.of(Status.FOUND, Status.ASSIGNED, Status.RECTIFIED, Status.CLOSED);
        boolean reached = code != null
                && (code.equals(hazard.status().name())
                        || earlier.contains(Status.valueOf(code)) && taken(Status.valueOf(code)) <= told);
        if (!reached) {
            differences.add(new Violation(
                    wording.heading(Column.STATUS), "import.differs", text(sheet.cell(Column.STATUS, hazard)), theirs));
        }
    }

    private boolean same(Column column, Hazard hazard, String theirs) {
        if (column.of(hazard) instanceof Enum<?> code) {
            return theirs.equals(code.name()) || theirs.equals(wording.word(code));
        }
        return Sameness.of(sheet.cell(column, hazard), theirs);
    }

    private @Nullable String at(Row row, Part part) {
        return switch (part) {
            case ASSIGNED -> says(row, Column.ASSIGNED_AT);
            case RECTIFIED -> says(row, Column.RECTIFIED_AT);
            case CLOSED -> says(row, Column.CLOSED_AT);
            default -> null;
        };
    }

    private @Nullable String says(Row row, Column column) {
        String heading = wording.heading(column);
        return row.header().containsKey(heading) ? row.get(heading) : null;
    }

    private static int step(Part part) {
        return switch (part) {
            case ASSIGNED -> 1;
            case RECTIFIED -> 2;
            case CLOSED -> 3;
            default -> 0;
        };
    }

    private static int taken(Status status) {
        return switch (status) {
            case FOUND, MERGED, VOIDED -> 0;
            case ASSIGNED -> 1;
            case RECTIFIED -> 2;
            case CLOSED -> 3;
        };
    }

    private static String text(@Nullable Object cell) {
        return cell == null ? "" : cell.toString();
    }
}
