package io.bihuan.hazard.ledger;

import io.bihuan.hazard.lifecycle.Hazard;
import io.bihuan.hazard.privacy.Mask;
import io.bihuan.hazard.sheets.Heading;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger says of hazards, in one language and zone. Times are told to the second; a deadline at the end of a day
 * as that day, and a step at a day's first second, which is how a ledger without times of day is read, as that day too.
 */
public final class Sheet {

    private static final LocalTime FIRST_SECOND = LocalTime.of(0, 0, 1);

    private final Wording wording;
    private final ZoneId zone;
    private final Map<String, String> districts;
    private final boolean phones;

    /**
     * @param districts the districts' names by their codes
     * @param phones in full rather than masked
     */
    public Sheet(Wording wording, ZoneId zone, Map<String, String> districts, boolean phones) {
        this.wording = wording;
        this.zone = zone;
        this.districts = Map.copyOf(districts);
        this.phones = phones;
    }

    public List<Heading> headings() {
        return Arrays.stream(Column.values())
                .map(column -> new Heading(wording.heading(column), column.width))
                .toList();
    }

    public List<@Nullable Object> row(Hazard hazard) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (Column column : Column.values()) {
            cells.add(cell(column, hazard));
        }
        return cells;
    }

    @Nullable
    Object cell(Column column, Hazard hazard) {
        if (column == Column.DISTRICT) {
            return districts.get(hazard.districtCode());
        }
        Object value = column.of(hazard);
        if (column == Column.PHONE && !phones) {
            return Mask.phone((String) value);
        }
        if (value instanceof Enum<?> code) {
            return wording.word(code);
        }
        if (value instanceof Instant at) {
            return column == Column.DUE_AT || column == Column.ORIGINAL_DUE_AT ? deadline(at) : moment(at);
        }
        return value;
    }

    private Object moment(Instant at) {
        LocalDateTime time = local(at);
        return time.toLocalTime().equals(FIRST_SECOND) ? time.toLocalDate() : time;
    }

    private Object deadline(Instant at) {
        LocalDateTime time = local(at);
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? time.toLocalDate().minusDays(1)
                : time;
    }

    private LocalDateTime local(Instant at) {
        return at.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS);
    }
}
