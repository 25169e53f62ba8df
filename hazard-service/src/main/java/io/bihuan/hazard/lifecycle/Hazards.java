package io.bihuan.hazard.lifecycle;

import io.bihuan.hazard.lifecycle.HazardEvent.Found;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** All hazards on record. */
@ApplicationScoped
public class Hazards implements PanacheRepositoryBase<Hazard, UUID> {

    /** Found again later than this, it is a new hazard. */
    private static final Duration RECURRENCE = Duration.ofDays(365);

    /** The hazard, held against every other command until this transaction ends: of two steps taken at once, one waits. */
    public Optional<Hazard> hold(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Those of these numbers that are on record, by their numbers, all held. */
    public Map<String, Hazard> hold(Collection<String> numbers) {
        Map<String, Hazard> found = new HashMap<>();
        if (!numbers.isEmpty()) {
            find("number in ?1", Sort.by("number"), numbers).withLock(LockModeType.PESSIMISTIC_WRITE).stream()
                    .forEach(hazard -> found.put(hazard.number(), hazard));
        }
        return found;
    }

    /** Which row of which ledger a hazard is. */
    public record LedgerRow(String ledger, String externalNumber) {}

    /**
     * Those hazards that are these rows of ledgers. All rows are held, also those that are not on record; whoever holds
     * several takes them in the same order, so that two never wait for each other.
     */
    public Map<LedgerRow, Hazard> fromLedger(Collection<LedgerRow> rows) {
        Map<LedgerRow, Hazard> found = new HashMap<>();
        if (rows.isEmpty()) {
            return found;
        }
        getEntityManager()
                .createNativeQuery("select count(pg_advisory_xact_lock(lock)) from (select distinct"
                        + " hashtextextended(row, 0) lock from unnest(cast(:rows as text[])) row order by 1) locks")
                .setParameter(
                        "rows",
                        rows.stream()
                                .map(row -> row.ledger() + '\n' + row.externalNumber())
                                .toArray(String[]::new))
                .getSingleResult();
        find(
                        "ledger in ?1 and externalNumber in ?2",
                        rows.stream().map(LedgerRow::ledger).collect(Collectors.toSet()),
                        rows.stream().map(LedgerRow::externalNumber).collect(Collectors.toSet()))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .stream()
                .forEach(hazard -> found.put(
                        new LedgerRow(
                                Objects.requireNonNull(hazard.ledger()),
                                Objects.requireNonNull(hazard.externalNumber())),
                        hazard));
        return found;
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
