package io.bihuan.hazard.lifecycle;

import io.bihuan.hazard.lifecycle.HazardEvent.Found;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** All hazards on record. */
@ApplicationScoped
public class Hazards implements PanacheRepositoryBase<Hazard, UUID> {

    /** Found again later than this, it is a new hazard. */
    private static final Duration RECURRENCE = Duration.ofDays(365);

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

    /**
     * The latest hazard of the same check item that was closed at the same place in the year before, if what is found can
     * be told to be there: on file, or by its name within the district (glossary, section 3).
     */
    public Optional<UUID> closedBefore(String districtCode, Found found, Instant at) {
        if (found.checkItem() == null || (found.siteCode() == null && found.siteName() == null)) {
            return Optional.empty();
        }
        String place = found.siteCode() != null ? "siteCode = :site" : "siteName = :site and districtCode = :district";
        Parameters parameters = Parameters.with("item", found.checkItem())
                .and("site", found.siteCode() != null ? found.siteCode() : found.siteName())
                .and("from", at.minus(RECURRENCE))
                .and("at", at);
        return find(
                        place + " and checkItem = :item and status = 'CLOSED' and closedAt between :from and :at",
                        Sort.descending("closedAt"),
                        found.siteCode() != null ? parameters : parameters.and("district", districtCode))
                .firstResultOptional()
                .map(Hazard::id);
    }
}
