package io.bihuan.reporting.facts;

import io.bihuan.reporting.facts.Totals.Difference;
import io.bihuan.reporting.statistics.Count;
import io.bihuan.reporting.statistics.Tally;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Counts all hazards anew and compares the totals with them. */
@ApplicationScoped
public class Reconciliation {

    private static final Logger LOG = Logger.getLogger(Reconciliation.class);

    /** A country's hazards are counted in well under a minute; nobody can post meanwhile. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private static final String TOPS = "select code from district where above is null order by code";

    private final DataSource database;
    private final Totals totals;

    Reconciliation(DataSource database, Totals totals) {
        this.database = database;
        this.totals = totals;
    }

    /**
     * What was found, and mended.
     *
     * @param districts how many districts were counted that are in no other
     * @param totals how many totals differed
     * @param differences the first of them, measure by measure
     */
    public record Outcome(int districts, int totals, List<Wrong> differences) {}

    /**
     * One measure of one total that was not what its hazards come to.
     *
     * @param slice empty for all hazards, or such as {@code grade=MAJOR}
     * @param grain {@code D} for hazards found on a day, {@code M} in a month
     * @param foundOn the day, or the month's first
     * @param measure the count, {@code funds} in CNY, {@code timeToClose} of all or {@code timesToClose} of how many
     */
    public record Wrong(
            String districtCode,
            String slice,
            String grain,
            LocalDate foundOn,
            String measure,
            String was,
            String is) {}

    /**
     * Recomputes every total from the hazards and mends those that differ, one topmost district after the other, and at last their sum.
     *
     * @param most so many differences are told
     */
    public Outcome reconcile(int most) throws SQLException {
        List<String> tops = inTransaction(connection -> codes(connection, TOPS));
        int wrong = 0;
        List<Wrong> told = new ArrayList<>();
        for (String top : tops) {
            wrong += mend(
                    (connection, found) -> totals.recountAll(connection, top, Districts.onFile(connection), found),
                    told,
                    most);
        }
        wrong += mend((connection, found) -> totals.addUp(connection, codes(connection, TOPS), found), told, most);
        return new Outcome(tops.size(), wrong, told);
    }

    /** A way to count, which mends what differs. */
    private interface Recount {
        void run(Connection connection, Consumer<Difference> found) throws SQLException;
    }

    private int mend(Recount recount, List<Wrong> told, int most) throws SQLException {
        List<Difference> differences = inTransaction(connection -> {
            Writer.takeTurn(connection);
            List<Difference> found = new ArrayList<>();
            recount.run(connection, found::add);
            return found;
        });
        for (Difference difference : differences) {
            LOG.errorf("The total of %s was wrong and is mended", difference.cell());
            if (told.size() < most) {
                told.addAll(tell(difference));
            }
        }
        return differences.size();
    }

    private static List<Wrong> tell(Difference difference) {
        List<Wrong> told = new ArrayList<>();
        Tally was = difference.kept();
        Tally is = difference.counted();
        for (Count count : Count.values()) {
            add(told, difference.cell(), count.field(), was.count(count), is.count(count));
        }
        add(told, difference.cell(), "funds", was.funds(), is.funds());
        add(told, difference.cell(), "timeToClose", was.timeToClose(), is.timeToClose());
        add(told, difference.cell(), "timesToClose", was.times(), is.times());
        return told;
    }

    private static void add(List<Wrong> told, Cell cell, String measure, Object was, Object is) {
        if (!was.equals(is)) {
            told.add(new Wrong(
                    cell.district(),
                    cell.slice(),
                    cell.grain().name(),
                    cell.foundOn(),
                    measure,
                    was.toString(),
                    is.toString()));
        }
    }

    private static List<String> codes(Connection connection, String sql) throws SQLException {
        List<String> codes = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                codes.add(rows.getString(1));
            }
        }
        return codes;
    }

    private interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) throws SQLException {
        try {
            return QuarkusTransaction.requiringNew()
                    .timeout((int) LONGEST.toSeconds())
                    .call(() -> {
                        try (Connection connection = database.getConnection()) {
                            return work.run(connection);
                        }
                    });
        } catch (QuarkusTransactionException e) {
            if (e.getCause() instanceof SQLException trouble) {
                throw trouble;
            }
            throw e;
        }
    }
}
