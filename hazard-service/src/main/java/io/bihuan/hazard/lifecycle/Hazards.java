package io.bihuan.hazard.lifecycle;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** All hazards on record. */
@ApplicationScoped
public class Hazards implements PanacheRepositoryBase<Hazard, UUID> {

    /** The hazard, held against every other command until this transaction ends: of two steps taken at once, one waits. */
    public Optional<Hazard> hold(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The hazard that is this row of a ledger. Held like a row on record also while there is none. */
    public Optional<Hazard> fromLedger(String ledger, String externalNumber) {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:row, 0))")
                .setParameter("row", ledger + '\n' + externalNumber)
                .getSingleResult();
        return find("ledger = ?1 and externalNumber = ?2", ledger, externalNumber)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /**
     * The next number of a hazard: district, year and a count over all hazards. A number is never used twice; one that
     * was drawn by a command that failed stays unused.
     */
    public String nextNumber(String districtCode, int year) {
        long count = ((Number) getEntityManager()
                        .createNativeQuery("select nextval('hazard_number')")
                        .getSingleResult())
                .longValue();
        return "%s-%d-%06d".formatted(districtCode, year, count);
    }
}
