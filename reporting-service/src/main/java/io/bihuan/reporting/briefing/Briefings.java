package io.bihuan.reporting.briefing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.bihuan.reporting.NotOnRecord;
import io.bihuan.reporting.StaleVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The briefings on file: drafts, and those that were issued. */
@ApplicationScoped
public class Briefings {

    private static final String COLUMNS =
            "id, district_code, period, language, overview, comparison, overdue, closing, version, drafted_at,"
                    + " year, serial, as_of, issued_at";

    private final DataSource database;
    private final Numbers numbers;
    private final Word word;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final ZoneId zone;

    Briefings(
            DataSource database,
            Numbers numbers,
            Word word,
            ObjectMapper json,
            InstantSource clock,
            @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.database = database;
        this.numbers = numbers;
        this.word = word;
        this.json = json;
        this.clock = clock;
        this.zone = zone;
    }

    /** An issued briefing as it was kept. */
    public record Files(byte[] content, byte[] document) {}

    /** @throws NotOnRecord if no briefing has that number, or as a draft that id */
    public Briefing demand(String name) throws SQLException {
        return find(name, "").orElseThrow(() -> new NotOnRecord("briefing", name));
    }

    /**
     * Briefings, the newest first.
     *
     * @param district of this district and those below it only
     * @param within of districts whose codes begin with one of these only
     * @param before older than this one only
     */
    public List<Briefing> newest(
            @Nullable String district,
            List<String> within,
            @Nullable Kind kind,
            @Nullable State state,
            @Nullable UUID before,
            int most)
            throws SQLException {
        String asked = district == null ? "" : district;
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select " + COLUMNS + """
                         from briefing
                        where district_code >= ? and district_code < ? || '~'
                          and district_code ^@ any (?)
                          and kind = coalesce(?, kind) and (number is not null) = coalesce(?, number is not null)
                          and (?::uuid is null or id < ?)
                        order by id desc limit ?""")) {
            select.setString(1, asked);
            select.setString(2, asked);
            select.setArray(3, connection.createArrayOf("text", within.toArray()));
            select.setString(4, kind == null ? null : kind.name());
            select.setObject(5, state == null ? null : state == State.ISSUED, Types.BOOLEAN);
            select.setObject(6, before);
            select.setObject(7, before, Types.OTHER);
            select.setInt(8, most);
            return read(select);
        }
    }

    /** All that there are of a subject, in whatever language, the newest first. */
    public List<Briefing> about(Subject subject) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select " + COLUMNS
                        + " from briefing where district_code = ? and kind = ? and period = ? order by id desc")) {
            select.setString(1, subject.district());
            select.setString(2, subject.kind().name());
            select.setString(3, subject.period().name());
            return read(select);
        }
    }

    /** Takes a draft on file. */
    @Transactional(rollbackOn = Exception.class)
    public Briefing draft(Subject subject, Text text) throws SQLException {
        Briefing draft = blank(subject, text);
        insert(draft, null);
        return draft;
    }

    /**
     * Lets these words stand in a draft.
     *
     * @param versions of the draft that the client has seen, any of which will do; empty if that does not matter
     */
    @Transactional(rollbackOn = Exception.class)
    public Briefing edit(String name, Text text, Set<Integer> versions) throws SQLException {
        Briefing draft = locked(name, versions);
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update briefing set overview = ?, comparison = ?, overdue = ?, closing = ?, version = version + 1"
                                + " where id = ?")) {
            text(update, 1, text);
            update.setObject(5, draft.id());
            update.executeUpdate();
        }
        return new Briefing(
                draft.id(), draft.subject(), text, draft.version() + 1, draft.draftedAt(), null, null, null);
    }

    /** Drops a draft: nothing of it stays, and no number is lost. */
    @Transactional(rollbackOn = Exception.class)
    public void drop(String name, Set<Integer> versions) throws SQLException {
        Briefing draft = locked(name, versions);
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from briefing where id = ?")) {
            delete.setObject(1, draft.id());
            delete.executeUpdate();
        }
    }

    /** Issues a briefing that was no draft before. */
    @Transactional(rollbackOn = Exception.class)
    public Briefing issue(Text text, Survey survey) throws SQLException {
        Briefing blank = blank(survey.subject(), text);
        Briefing issued = numbered(blank, survey);
        insert(issued, files(issued, survey));
        return issued;
    }

    /**
     * Issues a draft with the words that it now has.
     *
     * @param versions as when it is edited
     * @param survey about the draft's subject
     */
    @Transactional(rollbackOn = Exception.class)
    public Briefing issue(String name, Set<Integer> versions, Survey survey) throws SQLException {
        Briefing issued = numbered(locked(name, versions), survey);
        Files files = files(issued, survey);
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update briefing set number = ?, year = ?, serial = ?, as_of = ?::timestamptz,"
                                + " issued_at = ?::timestamptz, content = ?, document = ? where id = ?")) {
            issuing(update, 1, issued, files);
            update.setObject(8, issued.id());
            update.executeUpdate();
        }
        return issued;
    }

    /** The files of an issued briefing, as they were kept. */
    public Files files(Briefing issued) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select content, document from briefing where id = ?")) {
            select.setObject(1, issued.id());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Files(row.getBytes(1), row.getBytes(2));
            }
        }
    }

    /** How a draft reads now. */
    public Paper preview(Briefing draft, Survey survey) {
        return Paper.of(draft, survey, zone);
    }

    /** How a draft looks now, as a Word file. */
    public byte[] document(Paper preview) {
        return word.write(preview);
    }

    private Briefing blank(Subject subject, Text text) {
        return new Briefing(UuidCreator.getTimeOrderedEpoch(), subject, text, 1, now(), null, null, null);
    }

    private Briefing numbered(Briefing draft, Survey survey) throws SQLException {
        Instant at = now();
        return draft.issued(numbers.next(draft.subject(), at), survey.asOf(), at);
    }

    private Files files(Briefing issued, Survey survey) {
        Paper paper = Paper.of(issued, survey, zone);
        try {
            return new Files(json.writeValueAsBytes(paper), word.write(paper));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a briefing must be writable as JSON", e);
        }
    }

    private Briefing locked(String name, Set<Integer> versions) throws SQLException {
        Briefing draft = find(name, " for update").orElseThrow(() -> new NotOnRecord("briefing", name));
        if (draft.state() == State.ISSUED) {
            throw new WrongState(draft);
        }
        StaleVersion.check(draft.version(), versions);
        return draft;
    }

    private Optional<Briefing> find(String name, String lock) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select " + COLUMNS + " from briefing where number = ? or id = ?" + lock)) {
            select.setString(1, name);
            select.setObject(2, id(name), Types.OTHER);
            return read(select).stream().findFirst();
        }
    }

    private static @Nullable UUID id(String name) {
        try {
            return UUID.fromString(name);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    private void insert(Briefing briefing, @Nullable Files files) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into briefing (id, district_code, kind, period, language, version, drafted_at,
                            overview, comparison, overdue, closing, number, year, serial, as_of, issued_at, content, document)
                        values (?, ?, ?, ?, ?, ?, ?::timestamptz, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?, ?)""")) {
            insert.setObject(1, briefing.id());
            insert.setString(2, briefing.subject().district());
            insert.setString(3, briefing.subject().kind().name());
            insert.setString(4, briefing.subject().period().name());
            insert.setString(5, briefing.subject().language().name());
            insert.setInt(6, briefing.version());
            insert.setString(7, briefing.draftedAt().toString());
            text(insert, 8, briefing.text());
            issuing(insert, 12, briefing, files);
            insert.executeUpdate();
        }
    }

    private static void text(PreparedStatement statement, int first, Text text) throws SQLException {
        statement.setString(first, text.overview());
        statement.setString(first + 1, text.comparison());
        statement.setString(first + 2, text.overdue());
        statement.setString(first + 3, text.closing());
    }

    private static void issuing(PreparedStatement statement, int first, Briefing briefing, @Nullable Files files)
            throws SQLException {
        Number number = briefing.number();
        statement.setString(first, number == null ? null : number.toString());
        statement.setObject(first + 1, number == null ? null : number.year(), Types.INTEGER);
        statement.setObject(first + 2, number == null ? null : number.serial(), Types.INTEGER);
        statement.setString(first + 3, text(briefing.asOf()));
        statement.setString(first + 4, text(briefing.issuedAt()));
        statement.setBytes(first + 5, files == null ? null : files.content());
        statement.setBytes(first + 6, files == null ? null : files.document());
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static List<Briefing> read(PreparedStatement select) throws SQLException {
        List<Briefing> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(read(row));
            }
        }
        return found;
    }

    private static Briefing read(ResultSet row) throws SQLException {
        Subject subject = new Subject(
                row.getString("district_code"),
                Periods.named(row.getString("period")),
                Language.valueOf(row.getString("language")));
        Integer year = row.getObject("year", Integer.class);
        return new Briefing(
                row.getObject("id", UUID.class),
                subject,
                new Text(
                        row.getString("overview"),
                        row.getString("comparison"),
                        row.getString("overdue"),
                        row.getString("closing")),
                row.getInt("version"),
                row.getObject("drafted_at", OffsetDateTime.class).toInstant(),
                year == null ? null : new Number(subject.district(), year, subject.kind(), row.getInt("serial")),
                instant(row, "as_of"),
                instant(row, "issued_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
