package io.bihuan.hazard.privacy;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.query.NativeQuery;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Erases personal data whose time is over, every night and when somebody asks for it. A run is one transaction: what is on
 * record as erased is erased, and of two at once the second finds nothing left. The history holds no citizen's identity,
 * so that it need never be touched.
 */
@ApplicationScoped
public class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final int MOST_RUNS = 100;

    private final EntityManager database;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Period citizens;
    private final Period imports;

    Retention(
            EntityManager database,
            InstantSource clock,
            @ConfigProperty(name = "bihuan.zone") ZoneId zone,
            @ConfigProperty(name = "bihuan.retention.citizens") Period citizens,
            @ConfigProperty(name = "bihuan.retention.imports") Period imports) {
        this.database = database;
        this.clock = clock;
        this.zone = zone;
        this.citizens = positive("citizens", citizens);
        this.imports = positive("imports", imports);
    }

    private static Period positive(String what, Period period) {
        if (period.isZero() || period.isNegative()) {
            throw new IllegalStateException(
                    "bihuan.retention.%s is %s; it says how long something is kept, such as P2Y or P90D"
                            .formatted(what, period));
        }
        return period;
    }

    /**
     * What a run would erase now of one kind.
     *
     * @param before whatever was over before this moment
     * @param oldest when the oldest of it was over; null if there is none
     */
    public record Due(
            Personal kind,
            Instant before,
            long count,
            @Nullable Instant oldest) {}

    /** What a run would erase now; changes nothing. */
    public List<Due> preview() {
        return Arrays.stream(Personal.values()).map(this::due).toList();
    }

    /**
     * Erases it.
     *
     * @param by who asked for it; null if it is the night's run
     */
    @Transactional
    public RetentionRun run(@Nullable Author by) {
        Instant now = clock.instant();
        List<RetentionRun.Erasure> erasures = Arrays.stream(Personal.values())
                .map(kind -> new RetentionRun.Erasure(kind, before(kind), erase(kind, now)))
                .toList();
        RetentionRun run = new RetentionRun(UuidCreator.getTimeOrderedEpoch(now), now, by, erasures);
        database.persist(run);
        LOG.infof("personal data whose time was over are erased: %s", erasures);
        return run;
    }

    /** A night with nothing to erase leaves no trace. */
    @Scheduled(cron = "0 30 3 * * ?", timeZone = "{bihuan.zone}", concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    void runAtNight() {
        if (preview().stream().anyMatch(due -> due.count() > 0)) {
            run(null);
        }
    }

    /** The runs on record, the latest first; the last hundred. */
    public List<RetentionRun> runs() {
        return database.createQuery("from RetentionRun order by at desc, id desc", RetentionRun.class)
                .setMaxResults(MOST_RUNS)
                .getResultList();
    }

    private Due due(Personal kind) {
        Instant before = before(kind);
        Object[] found = (Object[]) database.createNativeQuery(kind.due)
                .unwrap(NativeQuery.class)
                .addScalar("count", Long.class)
                .addScalar("oldest", Instant.class)
                .setParameter("before", before)
                .getSingleResult();
        return new Due(kind, before, (long) found[0], (Instant) found[1]);
    }

    private long erase(Personal kind, Instant now) {
        return database.createNativeQuery(kind.erase)
                .setParameter("before", before(kind))
                .setParameter("now", now)
                .executeUpdate();
    }

    private Instant before(Personal kind) {
        Period kept = kind == Personal.IMPORTS ? imports : citizens;
        return clock.instant().atZone(zone).minus(kept).toInstant();
    }
}
