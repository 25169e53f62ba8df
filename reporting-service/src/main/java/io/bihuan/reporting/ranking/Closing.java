package io.bihuan.reporting.ranking;

import io.bihuan.reporting.facts.Ledger;
import io.bihuan.reporting.facts.Rebuilds;
import io.bihuan.reporting.ranking.Archive.Of;
import io.bihuan.reporting.statistics.Period;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the rankings of days, months and years once they are over, one after the other, also those that ended while the service was
 * away. A district that is new begins with the period that ended last.
 */
@ApplicationScoped
public class Closing {

    private static final Logger LOG = Logger.getLogger(Closing.class);

    /** What happened just before midnight may be told just after it. */
    private static final Duration GRACE = Duration.ofHours(1);

    /** Days before that stay unranked after a long absence; they neither break a run nor count in it. */
    private static final int MOST_DAYS = 40;

    private final Ledger ledger;
    private final Rankings rankings;
    private final Years years;
    private final Archive archive;
    private final RuleBook rules;
    private final Rebuilds rebuilds;
    private final InstantSource time;
    private final ZoneId zone;

    Closing(
            Ledger ledger,
            Rankings rankings,
            Years years,
            Archive archive,
            RuleBook rules,
            Rebuilds rebuilds,
            InstantSource time,
            @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.ledger = ledger;
        this.rankings = rankings;
        this.years = years;
        this.archive = archive;
        this.rules = rules;
        this.rebuilds = rebuilds;
        this.time = time;
        this.zone = zone;
    }

    /** A service that has just come back first hears what it has missed; what is made anew may be incomplete until it is done. */
    @Scheduled(
            delayed = "1m",
            every = "5m",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    void closeWhatIsOver() throws SQLException {
        if (rebuilds.underWay()) {
            return;
        }
        for (String top : tops()) {
            try {
                closeWithin(top);
            } catch (SQLException | QuarkusTransactionException e) {
                LOG.errorf(e, "Rankings within %s could not be closed; they will be tried again", top);
            }
        }
    }

    /** Closes what is over of a district that lies in no other. */
    void closeWithin(String top) throws SQLException {
        Map<String, String> names = ledger.names().subMap(top, top + "~");
        // A year is made of months that are closed.
        for (Period.Kind kind : List.of(Period.Kind.DAY, Period.Kind.MONTH, Period.Kind.YEAR)) {
            Period latest = latest(kind);
            Period next = next(latest, archive.closedUntil(top, kind));
            while (!next.first().isAfter(latest.first())) {
                close(top, names, next);
                next = period(kind, next.last().plusDays(1));
            }
        }
    }

    /** The districts on file that lie in no other. */
    private List<String> tops() throws SQLException {
        List<String> tops = new ArrayList<>();
        for (String district : ledger.names().keySet()) {
            if (tops.isEmpty() || !district.startsWith(tops.get(tops.size() - 1))) {
                tops.add(district);
            }
        }
        return tops;
    }

    private void close(String top, Map<String, String> names, Period period) throws SQLException {
        Instant now = time.instant();
        Edition edition = rules.before(period.end(zone));
        Map<Of, Ranking> made = rankings(top, names, period, edition.rules());
        QuarkusTransaction.requiringNew().call(() -> {
            archive.close(top, period, edition.version(), now, made);
            return null;
        });
    }

    private Map<Of, Ranking> rankings(String top, Map<String, String> names, Period period, Rules rules)
            throws SQLException {
        if (period.kind() == Period.Kind.YEAR) {
            return years.within(top, period, rules);
        }
        Map<Of, Ranking> made = new HashMap<>();
        Instant end = period.end(zone).minusNanos(1_000);
        rankings.ofEach(names, rankings.question(top, period, rules, end), rules)
                .forEach((district, each) -> each.forEach((subject, ranking) -> {
                    if (isKept(subject, ranking, period)) {
                        made.put(new Of(subject, district), ranking);
                    }
                }));
        return made;
    }

    /** Months and years make up years and cards; of a day only units have something to fear, if there are enough of them. */
    private static boolean isKept(Subject subject, Ranking ranking, Period period) {
        return period.kind() == Period.Kind.DAY ? subject == Subject.UNITS && ranking.enough() : ranking.ranked() > 0;
    }

    /** The latest period that is over. */
    private Period latest(Period.Kind kind) {
        return period(kind, LocalDate.ofInstant(time.instant().minus(GRACE), zone))
                .previous();
    }

    private static Period next(Period latest, @Nullable LocalDate closed) {
        if (closed == null) {
            return latest;
        }
        Period next = period(latest.kind(), period(latest.kind(), closed).last().plusDays(1));
        LocalDate earliest = latest.first().minusDays(MOST_DAYS - 1L);
        return latest.kind() == Period.Kind.DAY && next.first().isBefore(earliest) ? Period.day(earliest) : next;
    }

    private static Period period(Period.Kind kind, LocalDate day) {
        return switch (kind) {
            case DAY -> Period.day(day);
            case MONTH -> Period.month(day);
            case YEAR -> Period.year(day);
            default -> throw new IllegalArgumentException("no rankings are kept by " + kind);
        };
    }
}
