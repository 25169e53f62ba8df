package io.bihuan.reporting.ranking;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bihuan.reporting.Refusal;
import io.bihuan.reporting.StaleVersion;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
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
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The rules on file: each version stays, and a period keeps the one that was in force when it ended. */
@ApplicationScoped
public class RuleBook {

    private static final String SHIPPED = "/ranking/shipped.json";
    private static final int AFTER_THE_DATABASE_BEFORE_THE_CLOCK =
            jakarta.interceptor.Interceptor.Priority.APPLICATION - 100;

    private static final String EDITIONS =
            "select version, recorded_at, rules from ranking_rules order by version desc";

    private static final String ENTER = """
            insert into ranking_rules (version, recorded_at, rules) values (?, ?::timestamptz, ?::jsonb)
            on conflict do nothing""";

    private final DataSource database;
    private final ObjectMapper json;
    private final InstantSource time;

    RuleBook(DataSource database, ObjectMapper json, InstantSource time) {
        this.database = database;
        this.json = json;
        this.time = time;
    }

    void ship(@Observes @Priority(AFTER_THE_DATABASE_BEFORE_THE_CLOCK) StartupEvent start)
            throws SQLException, IOException {
        try (InputStream file = requireNonNull(RuleBook.class.getResourceAsStream(SHIPPED), SHIPPED)) {
            enter(new Edition(1, null, json.readValue(file, Rules.class)));
        }
    }

    /** Every version, the newest first. */
    public List<Edition> editions() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(EDITIONS);
                ResultSet rows = select.executeQuery()) {
            List<Edition> editions = new ArrayList<>();
            while (rows.next()) {
                OffsetDateTime recorded = rows.getObject(2, OffsetDateTime.class);
                editions.add(new Edition(
                        rows.getInt(1), recorded == null ? null : recorded.toInstant(), rules(rows.getString(3))));
            }
            return editions;
        }
    }

    /** The version that was in force just before a moment. */
    public Edition before(Instant moment) throws SQLException {
        return editions().stream()
                .filter(edition ->
                        edition.recordedAt() == null || edition.recordedAt().isBefore(moment))
                .findFirst()
                .orElseThrow();
    }

    /** What was entered as that version. */
    Edition version(int version) throws SQLException {
        return editions().stream()
                .filter(edition -> edition.version() == version)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Lets periods that are not over yet follow other rules. The same again changes nothing.
     *
     * @param seen versions in force that the client has seen, any of which will do; empty if that does not matter
     * @throws Refusal if they are no rules, with everything that is wrong with them
     * @throws StaleVersion if another version is in force, or somebody else was faster
     */
    public Edition replace(Rules rules, Set<Integer> seen) throws SQLException {
        RuleCheck.check(rules);
        Edition current = editions().get(0);
        StaleVersion.check(current.version(), seen);
        if (current.rules().equals(rules)) {
            return current;
        }
        Edition next = new Edition(current.version() + 1, time.instant().truncatedTo(ChronoUnit.MICROS), rules);
        if (!enter(next)) {
            StaleVersion.check(next.version(), Set.of(current.version()));
        }
        return next;
    }

    private boolean enter(Edition edition) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement enter = connection.prepareStatement(ENTER)) {
            enter.setInt(1, edition.version());
            enter.setString(2, text(edition.recordedAt()));
            enter.setString(3, json.writeValueAsString(edition.rules()));
            return enter.executeUpdate() == 1;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rules of numbers and names are always JSON", e);
        }
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }

    private Rules rules(String text) {
        try {
            return json.readValue(text, Rules.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("rules on file were written by us", e);
        }
    }
}
