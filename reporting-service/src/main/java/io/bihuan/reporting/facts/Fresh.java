package io.bihuan.reporting.facts;

import io.bihuan.reporting.statistics.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Tables beside those in use, into which everything that was ever told is written anew, and which then take their place. All of it is
 * one transaction: until its end nobody sees them, and whatever stops it leaves nothing behind. Between {@link #begin} and {@link #swap}
 * whatever reads and writes in the transaction does so in the fresh tables.
 */
@ApplicationScoped
public class Fresh {

    /** Written in the order of events. The districts come first: who reads reports locks them before all else. */
    private static final List<String> REGISTERS = List.of("district", "boundary", "wanderer");

    /** Written in bulk, and indexed afterwards. */
    private static final List<String> HAZARDS = List.of("hazard", "step", "standing", "total");

    private static final int AT_ONCE = 5_000;

    /** Classes of SQLSTATE: a value that can't be kept. */
    private static final List<String> REFUSALS = List.of("22", "23");

    private static final String TOLD_COLUMNS =
            Facts.STEP_COLUMNS + ", number, description, site_name, check_item, measures";

    /** Without an index, and so with repetitions; nothing of it outlives the transaction, so none of it needs the log. */
    private static final String TOLD = """
            create unlogged table fresh.told (like public.step, number text, description text, site_name text, check_item text, measures text);
            create unlogged table fresh.escalated (hazard_id uuid not null, at timestamptz not null);""";

    private static final String STEPS = """
            insert into fresh.step (%1$s)
            select distinct on (hazard_id, version) %1$s from fresh.told order by hazard_id, version""".formatted(Facts.STEP_COLUMNS);

    private static final String HAZARD = """
            insert into fresh.hazard (hazard_id, number, description, site_name, check_item, measures, escalated_at)
            select hazard_id, max(number), max(description), max(site_name), max(check_item),
                   (array_agg(measures order by version desc) filter (where measures is not null))[1], escalated_at
            from (select hazard_id, min(at) as escalated_at from fresh.escalated group by hazard_id) as escalation
            full join fresh.told using (hazard_id)
            group by hazard_id, escalated_at""";

    /**
     * In which place each hazard is written: those of one region and time together, since they are asked for together. A number, since all
     * steps are sorted by it.
     */
    private static final String PLACES = """
            create unlogged table fresh.place as
            select hazard_id, row_number() over (order by min(left(district, 2)), min(at), hazard_id) as place
            from fresh.step
            group by hazard_id""";

    private static final String LIVES = """
            select %s, escalated_at
            from fresh.step
            join fresh.place using (hazard_id)
            left join fresh.hazard using (hazard_id)
            order by place, version""".formatted(Facts.STEP_COLUMNS);

    /**
     * A step that is no event any more would be lost. A hazard that lacks a step here as there has lost it to the dead letters; but one
     * that is not known at all should be whole.
     */
    private static final String MISSING = """
            select count(*)
            from (
                select hazard_id from public.step as known
                where not exists (
                    select from fresh.step as told where told.hazard_id = known.hazard_id and told.version = known.version)
                union
                select hazard_id from fresh.step as told
                group by hazard_id
                having count(*) < max(version)
                   and not exists (select from public.step as known where known.hazard_id = told.hazard_id)
            ) as missing""";

    /** Statements that index tables as those in use are. */
    private static final String INDEXES = """
            select statement
            from pg_indexes
            join pg_index on indexrelid = format('public.%I', indexname)::regclass
            cross join lateral (values
                (1, replace(indexdef, ' ON public.', ' ON fresh.')),
                (2, case when indisprimary then
                        format('alter table fresh.%1$I add constraint %2$I primary key using index %2$I', tablename, indexname) end)
            ) as made (place, statement)
            where schemaname = 'public' and tablename = any(?) and statement is not null
            order by indexname, place""";

    /** Statements that do what {@code like} leaves out: give tables the same settings, such as room for a row's next version in its page. */
    private static final String SETTINGS = """
            select format('alter table fresh.%I set (%s)', relname, array_to_string(reloptions, ', '))
            from pg_class
            where relnamespace = 'public'::regnamespace and relname = any(?) and reloptions is not null""";

    private final DataSource database;
    private final Totals totals;
    private final InstantSource time;

    Fresh(DataSource database, Totals totals, InstantSource time) {
        this.database = database;
        this.totals = totals;
        this.time = time;
    }

    /** Steps that are known already, or hazards that nobody knows, lack on the topic: there is no way to know how they stood. */
    public static final class BeginningMissingException extends RuntimeException {
        BeginningMissingException(int hazards) {
            super(
                    "Of %d hazards some steps are not on the topic any more; let hazard-service publish its history again first"
                            .formatted(hazards));
        }
    }

    /** Makes the tables; from now on this transaction works in them. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void begin() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists fresh cascade");
            statement.execute("create schema fresh");
            // Millions of rows are sorted, by this one transaction alone.
            statement.execute("set local work_mem = '256MB'");
            statement.execute("set local maintenance_work_mem = '256MB'");
            for (String table : REGISTERS) {
                statement.execute("create table fresh.%1$s (like public.%1$s including all)".formatted(table));
            }
            for (String table : HAZARDS) {
                statement.execute(
                        "create table fresh.%1$s (like public.%1$s including all excluding indexes)".formatted(table));
            }
            executeEach(connection, SETTINGS, tables());
            statement.execute(TOLD);
            statement.execute("set local search_path to fresh, public");
        }
    }

    /** What is tried. */
    @FunctionalInterface
    public interface Attempt {
        void run() throws SQLException;
    }

    /**
     * Tries something; if the database refuses a value in it, it is as if nothing had been tried.
     *
     * @return whether it was done
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean attempt(Attempt attempt) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("savepoint attempt");
            try {
                attempt.run();
            } catch (SQLException e) {
                if (REFUSALS.stream().noneMatch(String.valueOf(e.getSQLState())::startsWith)) {
                    throw e;
                }
                statement.execute("rollback to savepoint attempt");
                return false;
            }
            statement.execute("release savepoint attempt");
            return true;
        }
    }

    /** Writes what was told of hazards, in any order. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int tell(List<Telling> told) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Copy.write(connection, "fresh.told", TOLD_COLUMNS, told, Fresh::columns);
            return told.size();
        }
    }

    /** Writes which hazards were escalated, in any order. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int escalate(List<Escalation> told) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Copy.write(connection, "fresh.escalated", "hazard_id, at", told, each ->
                    new Object[] {each.hazard(), each.at()});
            return told.size();
        }
    }

    /**
     * Makes of all that was told how the hazards stood, and the totals.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void fold() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(STEPS);
            statement.execute(HAZARD);
            statement.execute("drop table fresh.told, fresh.escalated");
            statement.execute(PLACES);
            statement.execute("analyze fresh.step, fresh.place");
            foldLives(connection);
            statement.execute("drop table fresh.place");
            executeEach(connection, INDEXES, List.of("hazard", "step", "standing"));
            statement.execute("analyze fresh.standing");
            totals.countAll(connection, Districts.onFile(connection));
            executeEach(connection, INDEXES, List.of("total"));
        }
    }

    private void foldLives(Connection connection) throws SQLException {
        Instant now = time.instant();
        Boundaries boundaries = Districts.boundaries(connection, now);
        List<Standing> waiting = new ArrayList<>();
        List<Step> life = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        try (PreparedStatement lives = connection.prepareStatement(LIVES)) {
            try (ResultSet rows = Rows.many(lives, AT_ONCE)) {
                boolean more = rows.next();
                while (more) {
                    Step step = Facts.step(rows);
                    life.add(step);
                    Instant escalatedAt = Rows.moment(rows, Facts.STEP_WIDTH + 1);
                    more = rows.next();
                    if (!more || !rows.getObject(1, UUID.class).equals(step.hazard())) {
                        waiting.addAll(Life.of(life, escalatedAt, boundaries, now));
                        life.clear();
                    }
                    if (waiting.size() >= AT_ONCE || !more) {
                        Standings.copy(connection, "fresh.standing", waiting);
                        Standings.noteWanderers(connection, waiting);
                        waiting.clear();
                    }
                }
            }
        }
        try (PreparedStatement districts = connection.prepareStatement("select distinct district from fresh.standing");
                ResultSet rows = districts.executeQuery()) {
            while (rows.next()) {
                codes.add(rows.getString(1));
            }
        }
        Districts.see(connection, codes);
    }

    private static void executeEach(Connection connection, String made, List<String> tables) throws SQLException {
        try (PreparedStatement making = connection.prepareStatement(made);
                Statement statement = connection.createStatement()) {
            making.setArray(1, connection.createArrayOf("text", tables.toArray()));
            List<String> statements = new ArrayList<>();
            try (ResultSet rows = making.executeQuery()) {
                while (rows.next()) {
                    statements.add(rows.getString(1));
                }
            }
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    /** From now on nobody writes into the tables in use; what they have that was told meanwhile can be read from the topic once more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            Writer.takeTurn(connection, "public");
            for (String table : tables()) {
                statement.execute("lock table public.%s in exclusive mode".formatted(table));
            }
        }
    }

    /**
     * Lets the fresh tables take the place of those in use.
     *
     * @throws BeginningMissingException if something that was told before can't be read any more
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void swap() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet missing = statement.executeQuery(MISSING)) {
                if (missing.next() && missing.getInt(1) > 0) {
                    throw new BeginningMissingException(missing.getInt(1));
                }
            }
            for (String table : tables()) {
                statement.execute("drop table public.%s".formatted(table));
                statement.execute("alter table fresh.%s set schema public".formatted(table));
            }
            statement.execute("set local search_path to public");
            statement.execute("drop schema fresh");
            News.tell(connection, List.of(""));
        }
    }

    private static List<String> tables() {
        List<String> tables = new ArrayList<>(REGISTERS);
        tables.addAll(HAZARDS);
        return tables;
    }

    private static @Nullable Object[] columns(Telling told) {
        Step step = told.step();
        return new @Nullable Object[] {
            step.hazard(),
            step.version(),
            step.type(),
            step.at(),
            step.status(),
            step.district(),
            step.grade(),
            step.category(),
            step.source(),
            step.unitCode(),
            step.unitName(),
            step.campaign(),
            step.round(),
            step.dueAt(),
            step.funds(),
            step.contingencyPlan(),
            step.interimControls(),
            told.number(),
            told.description(),
            told.siteName(),
            told.checkItem(),
            told.measures()
        };
    }
}
