package io.bihuan.hazard.deadline;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The versions of the deadline policy. */
@ApplicationScoped
public class Policies implements PanacheRepositoryBase<DeadlinePolicy, Integer> {

    private final InstantSource clock;

    Policies(InstantSource clock) {
        this.clock = clock;
    }

    /** The versions before the given one, the newest first. */
    public List<DeadlinePolicy> before(int version, int limit) {
        return find("version < ?1 order by version desc", version)
                .page(0, limit)
                .list();
    }

    /**
     * Records the next version, which is in force from now on. It dates hazards from now on; those that are dated keep
     * their deadlines.
     *
     * @param note why
     */
    @Transactional
    public DeadlinePolicy add(PolicyLines lines, String note, @Nullable String by) {
        // Of two recorded at once, one waits and becomes the later version.
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtext('deadline policies'))")
                .getSingleResult();
        DeadlinePolicy policy = new DeadlinePolicy();
        policy.version = inForce() + 1;
        policy.note = note;
        policy.recordedBy = by;
        policy.recordedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        policy.lines.addAll(lines.inOrder());
        persist(policy);
        return policy;
    }

    private int inForce() {
        return getEntityManager()
                .createQuery("select max(version) from DeadlinePolicy", Integer.class)
                .getSingleResult();
    }
}
