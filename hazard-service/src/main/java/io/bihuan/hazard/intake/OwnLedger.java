package io.bihuan.hazard.intake;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.intake.Mapping.AssignedRule;
import io.bihuan.hazard.intake.Mapping.ClosedRule;
import io.bihuan.hazard.intake.Mapping.FoundRule;
import io.bihuan.hazard.intake.Mapping.PersonRule;
import io.bihuan.hazard.intake.Mapping.PlaceRule;
import io.bihuan.hazard.intake.Mapping.RectifiedRule;
import io.bihuan.hazard.intake.Mapping.StepRules;
import io.bihuan.hazard.intake.Mapping.UnitRule;
import io.bihuan.hazard.ledger.Column;
import io.bihuan.hazard.ledger.Differences;
import io.bihuan.hazard.ledger.Sheet;
import io.bihuan.hazard.ledger.Wording;
import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Grade;
import io.bihuan.hazard.lifecycle.Hazard;
import io.bihuan.hazard.lifecycle.Source;
import io.bihuan.hazard.lifecycle.Status;
import io.bihuan.hazard.sheets.Row;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Our own ledger come in again: the sheet that an export wrote, here or by another installation. A row that names a number
 * on record is that hazard; another is one by its ledger and outside number, or, coming from another installation, by the
 * number that it has there.
 */
final class OwnLedger {

    /** The ledger of hazards that have a number of ours, but not of this installation's. */
    static final String NAME = "bihuan";

    private static final List<String> PATTERNS =
            List.of("yyyy-M-d H:mm:ss", "yyyy-M-d H:mm", "yyyy/M/d H:mm:ss", "yyyy/M/d H:mm", "yyyy-M-d", "yyyy/M/d");

    /** Without these no row can be read. */
    private static final Set<Column> NEEDED = EnumSet.of(
            Column.NUMBER,
            Column.DISTRICT_CODE,
            Column.CATEGORY,
            Column.GRADE,
            Column.SOURCE,
            Column.DESCRIPTION,
            Column.FOUND_AT,
            Column.EXTERNAL_NUMBER,
            Column.LEDGER,
            Column.UNIT,
            Column.ASSIGNED_AT,
            Column.DUE_AT,
            Column.STATUS,
            Column.RECTIFIED_AT,
            Column.RECTIFICATION,
            Column.CLOSED_AT,
            Column.OPINION);

    private final Wording wording;
    private final Set<String> columns;
    private final Differences differences;
    private final Map<String, String> statuses;
    private final LifeReader lives;

    private OwnLedger(Wording wording, Set<String> columns, ZoneId zone) {
        this.wording = wording;
        this.columns = columns;
        this.differences = new Differences(wording, new Sheet(wording, zone, Map.of(), true));
        this.statuses = wording.codes(Status.class);
        this.lives = new LifeReader(mapping(zone));
    }

    /** Our own ledger, if these are its columns. */
    static Optional<OwnLedger> of(Set<String> columns, ZoneId zone) {
        return Arrays.stream(Wording.values())
                .filter(wording -> missing(columns, wording).isEmpty())
                .findFirst()
                .map(wording -> new OwnLedger(wording, columns, zone));
    }

    /** @throws Refusal naming the columns that are missing */
    static OwnLedger demand(Set<String> columns, ZoneId zone) {
        return of(columns, zone).orElseThrow(() -> {
            List<String> chinese = missing(columns, Wording.CHINESE);
            List<String> english = missing(columns, Wording.ENGLISH);
            return new Refusal(
                    "mapping",
                    "import.mapping.notOwn",
                    String.join(", ", english.size() < chinese.size() ? english : chinese),
                    String.join(", ", columns));
        });
    }

    private static List<String> missing(Set<String> columns, Wording wording) {
        return NEEDED.stream()
                .map(wording::heading)
                .filter(heading -> !columns.contains(heading))
                .toList();
    }

    /** The number of ours that a row names. */
    @Nullable
    String number(Row row) {
        String number = row.get(wording.heading(Column.NUMBER));
        // The database has no text with a NUL in it.
        return number == null || number.indexOf('\0') >= 0 ? null : number;
    }

    /**
     * How many steps a row has beyond the hazard on record that it names.
     *
     * @throws Refusal where the two differ
     */
    int stepsBeyond(Row row, Hazard hazard) {
        return differences.stepsBeyond(row, hazard);
    }

    /** Reads a row as a past life, whatever its status says. */
    PastLife past(Row row, Instant now) {
        return lives.read(keyed(row), now);
    }

    /** Reads a row as a past life. */
    PastLife life(Row row, Instant now) {
        PastLife life = past(row, now);
        String status = row.get(wording.heading(Column.STATUS));
        if (status != null && !ending(life).name().equals(statuses.get(status))) {
            throw new Refusal("status", "import.ownStatus", status);
        }
        return life;
    }

    private static Status ending(PastLife life) {
        return switch (life.steps().size()) {
            case 0 -> Status.FOUND;
            case 1 -> Status.ASSIGNED;
            case 2 -> Status.RECTIFIED;
            default -> Status.CLOSED;
        };
    }

    /** A row that is in no other ledger is in ours, under its number there. */
    private Row keyed(Row row) {
        String ledger = wording.heading(Column.LEDGER);
        String externalNumber = wording.heading(Column.EXTERNAL_NUMBER);
        if (row.get(ledger) != null) {
            return row;
        }
        String number = number(row);
        if (number == null) {
            throw new Refusal("externalNumber", "import.ownKey");
        }
        List<String> cells = new ArrayList<>(row.cells());
        cells.set(row.place(ledger), NAME);
        cells.set(row.place(externalNumber), number);
        return new Row(row.number(), row.header(), cells);
    }

    private Mapping mapping(ZoneId zone) {
        UnitRule unit = new UnitRule(optional(Column.UNIT_CODE), value(Column.UNIT));
        Value lat = optional(Column.LATITUDE);
        Value lon = optional(Column.LONGITUDE);
        Value responsible = optional(Column.RESPONSIBLE);
        return new Mapping(
                NAME,
                null,
                null,
                null,
                new Dates(PATTERNS, zone.getId()),
                new FoundRule(
                        moment(Column.FOUND_AT),
                        value(Column.EXTERNAL_NUMBER),
                        value(Column.DISTRICT_CODE),
                        coded(Column.GRADE, Grade.class),
                        coded(Column.CATEGORY, Category.class),
                        coded(Column.SOURCE, Source.class),
                        value(Column.DESCRIPTION),
                        value(Column.LEDGER),
                        null,
                        optional(Column.SITE),
                        optional(Column.ADDRESS),
                        lat == null || lon == null ? null : new PlaceRule(lat, lon),
                        optional(Column.CHECK_ITEM),
                        optional(Column.FOUND_BY),
                        optional(Column.WITNESS),
                        optional(Column.CAMPAIGN),
                        unit),
                LifeRule.byDates(List.of(Deed.ASSIGNED, Deed.RECTIFIED, Deed.CLOSED)),
                new StepRules(
                        new AssignedRule(
                                moment(Column.ASSIGNED_AT),
                                moment(Column.DUE_AT),
                                null,
                                responsible == null ? null : new PersonRule(responsible, optional(Column.PHONE)),
                                optional(Column.MEASURES),
                                optional(Column.FUNDS),
                                optional(Column.CONTINGENCY_PLAN),
                                optional(Column.INTERIM_CONTROLS)),
                        new RectifiedRule(
                                moment(Column.RECTIFIED_AT),
                                value(Column.RECTIFICATION),
                                optional(Column.RECTIFIED_BY)),
                        null,
                        new ClosedRule(
                                moment(Column.CLOSED_AT),
                                value(Column.OPINION),
                                optional(Column.INSPECTOR),
                                optional(Column.APPROVED_BY))));
    }

    private Moment moment(Column column) {
        return Moment.ofColumn(wording.heading(column));
    }

    private Value value(Column column) {
        return Value.ofColumn(wording.heading(column));
    }

    private @Nullable Value optional(Column column) {
        return columns.contains(wording.heading(column)) ? value(column) : null;
    }

    private <E extends Enum<E>> Value coded(Column column, Class<E> type) {
        return new Value(wording.heading(column), null, null, null, null, null, null, wording.codes(type), null);
    }
}
