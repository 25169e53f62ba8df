package io.bihuan.reporting.facts;

import io.bihuan.reporting.facts.Counted.Place;
import io.bihuan.reporting.statistics.Count;
import io.bihuan.reporting.statistics.Standing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lists what a figure counts, by when it was found: stretch by stretch of that time, each twice as long as the one before, until there
 * are enough. So the first page of a country's hazards costs no more than a town's, and of a rare kind no more than one look at each.
 */
final class Listing {

    private static final Duration FIRST_STRETCH = Duration.ofDays(1);

    private static final String EARLIEST =
            "select min(found_at) from standing where found_at >= ?::timestamptz and until = 'infinity'";

    private static final String DESCRIBED =
            "select hazard_id, number, description, site_name, measures from hazard where hazard_id = any(?)";

    private final Connection connection;
    private final Question question;
    private final Count count;
    private final @Nullable Parts directlyOn;
    private final ZoneId zone;
    private final TreeMap<Place, Standing> listed = new TreeMap<>();

    /**
     * @param directlyOn the district, if only what is registered directly on it is wanted; null for all
     */
    Listing(Connection connection, Question question, Count count, @Nullable Parts directlyOn, ZoneId zone) {
        this.connection = connection;
        this.question = question;
        this.count = count;
        this.directlyOn = directlyOn;
        this.zone = zone;
    }

    List<Counted> page(@Nullable Place after, int limit) throws SQLException {
        Instant end = Objects.requireNonNull(Days.unkept(question).rest().get(0).to());
        Instant from = earliest(after == null ? question.from() : after.foundAt());
        Duration stretch = FIRST_STRETCH;
        while (from != null && from.isBefore(end) && listed.size() < limit) {
            Instant to = from.plus(stretch).isBefore(end) ? from.plus(stretch) : end;
            Question part = question.found(from, to);
            new Counting(connection, part, Days.unkept(part), zone)
                    .hazards(count, (hazard, sign) -> list(hazard, after, limit));
            stretch = stretch.multipliedBy(2);
            from = earliest(to);
        }
        return described();
    }

    private void list(Standing hazard, @Nullable Place after, int limit) {
        Place place = Place.of(hazard);
        boolean wanted = count.takes(hazard)
                && (after == null || place.compareTo(after) > 0)
                && (directlyOn == null || directlyOn.of(hazard.district()).equals(directlyOn.district()));
        if (wanted) {
            listed.put(place, hazard);
            if (listed.size() > limit) {
                listed.pollLastEntry();
            }
        }
    }

    private @Nullable Instant earliest(@Nullable Instant from) throws SQLException {
        try (PreparedStatement earliest = connection.prepareStatement(EARLIEST)) {
            earliest.setString(1, from == null ? "-infinity" : from.toString());
            try (ResultSet row = earliest.executeQuery()) {
                return row.next() ? Rows.moment(row, 1) : null;
            }
        }
    }

    private List<Counted> described() throws SQLException {
        Map<UUID, Counted> described = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(DESCRIBED)) {
            Map<UUID, Standing> byId = new HashMap<>();
            listed.values().forEach(hazard -> byId.put(hazard.hazard(), hazard));
            select.setArray(1, connection.createArrayOf("uuid", byId.keySet().toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    UUID id = rows.getObject(1, UUID.class);
                    Standing hazard = Objects.requireNonNull(byId.get(id));
                    described.put(
                            id,
                            new Counted(
                                    hazard,
                                    rows.getString(2),
                                    rows.getString(3),
                                    rows.getString(4),
                                    rows.getString(5)));
                }
            }
        }
        List<Counted> page = new ArrayList<>();
        listed.values()
                .forEach(hazard ->
                        page.add(described.getOrDefault(hazard.hazard(), new Counted(hazard, null, null, null, null))));
        return page;
    }
}
