package io.bihuan.notification.deadline;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bihuan.notification.Refusal;
import io.bihuan.notification.StaleVersion;
import io.bihuan.notification.ladder.Grade;
import io.bihuan.notification.ladder.Ladder;
import io.bihuan.notification.ladder.Ladder.Count;
import io.bihuan.notification.ladder.Rung;
import io.bihuan.notification.texts.Templates;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The ladders on file: per grade the one that new plans follow, and those that earlier plans were made by. */
@ApplicationScoped
public class Ladders {

    /** Comes with the product for every grade; a city's own decision follows as version 2. */
    private static final String SHIPPED = "/ladders/shipped.json";

    private static final int AFTER_THE_DATABASE_BEFORE_THE_CLOCK = jakarta.interceptor.Interceptor.Priority.APPLICATION;

    /**
     * A ladder as it was entered.
     *
     * @param recordedBy who entered it; null for what comes with the product
     */
    public record Edition(
            Ladder ladder, Instant recordedAt, @Nullable String recordedBy) {}

    private record Key(Grade grade, int version) {}

    private final DataSource database;
    private final ObjectMapper json;
    private final InstantSource time;
    private final Templates templates;
    private final Map<Key, Ladder> known = new ConcurrentHashMap<>();

    Ladders(DataSource database, ObjectMapper json, InstantSource time, Templates templates) {
        this.database = database;
        this.json = json;
        this.time = time;
        this.templates = templates;
    }

    void ship(@Observes @Priority(AFTER_THE_DATABASE_BEFORE_THE_CLOCK - 100) StartupEvent start) throws SQLException {
        var rungs = shipped();
        for (var grade : Grade.values()) {
            enter(new Ladder(grade, 1, Count.CALENDAR, rungs), null);
        }
    }

    /** The ladder that new plans follow, of each grade. */
    Map<Grade, Ladder> current() throws SQLException {
        var current = new EnumMap<Grade, Ladder>(Grade.class);
        for (var edition : read("select distinct on (grade) * from ladder order by grade, version desc", null)) {
            current.put(edition.ladder().grade(), edition.ladder());
        }
        return current;
    }

    /** A ladder that plans were made by. */
    Ladder of(Grade grade, int version) throws SQLException {
        var key = new Key(grade, version);
        var ladder = known.get(key);
        if (ladder == null) {
            ladder = editions(grade).stream()
                    .map(Edition::ladder)
                    .filter(one -> one.version() == version)
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalStateException("No version %d of the ladder of %s".formatted(version, grade)));
            known.put(key, ladder);
        }
        return ladder;
    }

    /** The step of a ladder that plans were made by. */
    Rung rung(Grade grade, int version, String step) throws SQLException {
        return of(grade, version).rungs().stream()
                .filter(rung -> rung.step().equals(step))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No step %s on version %d of the ladder of %s".formatted(step, version, grade)));
    }

    /** Every version of a grade's ladder, the newest first. */
    public List<Edition> editions(Grade grade) throws SQLException {
        return read("select * from ladder where grade = ? order by version desc", grade);
    }

    /**
     * Lets new plans of a grade follow another ladder. Plans that were made keep the version that made them. The same again
     * changes nothing.
     *
     * @param seen versions of the ladder in force that the client has seen, any of which will do; empty if that does not matter
     * @throws Refusal if it is no ladder, with everything that is wrong with it
     * @throws StaleVersion if another version is in force, or somebody else was faster
     */
    public Edition replace(Grade grade, Count count, List<Rung> rungs, Set<Integer> seen, @Nullable String by)
            throws SQLException {
        LadderRules.check(rungs, templates.current().keySet());
        var edition = editions(grade).get(0);
        int version = edition.ladder().version();
        StaleVersion.check(version, seen);
        if (edition.ladder().equals(new Ladder(grade, version, count, rungs))) {
            return edition;
        }
        return enter(new Ladder(grade, version + 1, count, rungs), by).orElseThrow(() -> StaleVersion.at(version + 1));
    }

    private Optional<Edition> enter(Ladder ladder, @Nullable String by) throws SQLException {
        var now = time.instant().truncatedTo(ChronoUnit.MICROS);
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into ladder (grade, version, count, rungs, recorded_at, recorded_by)
                        select ?, ?, ?, ?::jsonb, ?::timestamptz, ?
                        where ? = 1 + coalesce((select max(version) from ladder where grade = ?), 0)
                        on conflict do nothing""")) {
            insert.setString(1, ladder.grade().name());
            insert.setInt(2, ladder.version());
            insert.setString(3, ladder.count().name());
            insert.setString(4, write(ladder.rungs()));
            insert.setString(5, now.toString());
            insert.setString(6, by);
            insert.setInt(7, ladder.version());
            insert.setString(8, ladder.grade().name());
            return insert.executeUpdate() == 1 ? Optional.of(new Edition(ladder, now, by)) : Optional.empty();
        }
    }

    private List<Edition> read(String sql, @Nullable Grade grade) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            if (grade != null) {
                select.setString(1, grade.name());
            }
            var editions = new ArrayList<Edition>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    editions.add(edition(rows));
                }
            }
            return editions;
        }
    }

    private Edition edition(ResultSet row) throws SQLException {
        var ladder = new Ladder(
                Grade.valueOf(row.getString("grade")),
                row.getInt("version"),
                Count.valueOf(row.getString("count")),
                rungs(row.getString("rungs")));
        return new Edition(
                ladder, row.getObject("recorded_at", OffsetDateTime.class).toInstant(), row.getString("recorded_by"));
    }

    private List<Rung> shipped() {
        try (var file = requireNonNull(Ladders.class.getResourceAsStream(SHIPPED), SHIPPED)) {
            return json.readValue(file, new TypeReference<List<Rung>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(SHIPPED, e);
        }
    }

    private List<Rung> rungs(String text) {
        try {
            return json.readValue(text, new TypeReference<List<Rung>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A ladder on file was written by us", e);
        }
    }

    private String write(List<Rung> rungs) {
        try {
            return json.writeValueAsString(rungs);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A ladder of text, numbers and times is always JSON", e);
        }
    }
}
