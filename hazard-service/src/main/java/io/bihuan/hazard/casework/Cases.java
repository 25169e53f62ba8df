package io.bihuan.hazard.casework;

import com.github.f4b6a3.uuid.UuidCreator;
import io.bihuan.access.Scope;
import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.StaleVersion;
import io.bihuan.hazard.handling.Finding;
import io.bihuan.hazard.handling.Handling;
import io.bihuan.hazard.history.History;
import io.bihuan.hazard.history.Subject;
import io.bihuan.hazard.lifecycle.HazardEvent.Found;
import io.bihuan.hazard.lifecycle.Occasion;
import io.bihuan.hazard.listing.Listing;
import io.bihuan.hazard.listing.Listing.Slice;
import io.bihuan.hazard.privacy.Capacity;
import io.bihuan.hazard.privacy.Citizens;
import io.bihuan.hazard.privacy.Identity;
import io.bihuan.hazard.registers.Districts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The cases on record and the commands on them: each runs in one transaction, holds the case meanwhile, and records what
 * happened in the history, or changes nothing. {@code seen} are the versions that the sender has seen, any of which will
 * do; empty if the sender does not mind.
 */
@ApplicationScoped
@Transactional
public class Cases {

    private final EntityManager database;
    private final History history;
    private final Districts districts;
    private final Routing routing;
    private final Clocks clocks;
    private final Handling handling;
    private final Citizens citizens;
    private final ZoneId zone;

    Cases(
            EntityManager database,
            History history,
            Districts districts,
            Routing routing,
            Clocks clocks,
            Handling handling,
            Citizens citizens,
            @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.database = database;
        this.history = history;
        this.districts = districts;
        this.routing = routing;
        this.clocks = clocks;
        this.handling = handling;
        this.citizens = citizens;
        this.zone = zone;
    }

    /**
     * Takes in a case that was received at {@code occasion.at()}.
     *
     * @param caller kept apart from the case
     */
    public Case receive(Receipt receipt, Optional<Identity> caller, Occasion occasion) {
        String districtCode = receipt.districtCode();
        districts.demandWithin("districtCode", districtCode, occasion);
        demandNew(receipt, occasion.scope());
        Case received = new Case(
                UuidCreator.getTimeOrderedEpoch(occasion.recordedAt()),
                nextNumber(districtCode, occasion.at().atZone(zone).getYear()),
                receipt,
                occasion.at(),
                clocks.due(receipt, occasion.at()),
                routing.propose(receipt).orElse(null));
        record(received, received.received(), occasion);
        database.persist(received);
        caller.ifPresent(identity -> citizens.keep(Capacity.CALLER, received.id(), identity));
        return received;
    }

    /** 派单; see {@link Case#assign}. */
    public Case assign(UUID id, Set<Integer> seen, @Nullable Assignee to, @Nullable String reason, Occasion occasion) {
        if (to != null) {
            routing.verify("to.unitCode", to);
        }
        return step(id, seen, occasion, held -> held.assign(to, reason));
    }

    /** Marks a milestone reached at {@code occasion.at()}. */
    public Case reach(UUID id, Set<Integer> seen, Milestone milestone, @Nullable String note, Occasion occasion) {
        return step(id, seen, occasion, held -> held.reach(milestone, occasion.at(), note));
    }

    /** 转隐患: opens a hazard with the case's source, outside number and place. Who found it is not on record (ADR 25). */
    public Case openHazard(UUID id, Set<Integer> seen, Ascertained ascertained, Occasion occasion) {
        return step(id, seen, occasion.anonymous(), held -> {
            held.mayOpenHazard();
            return held.opened(handling.find(finding(held, ascertained, occasion), occasion));
        });
    }

    /** 办结; see {@link Case#close}. */
    public Case close(UUID id, Set<Integer> seen, Outcome outcome, @Nullable String reason, Occasion occasion) {
        return step(id, seen, occasion, held -> held.close(outcome, reason, occasion.at()));
    }

    /** One of those in the scope. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Case> find(UUID id, Scope scope) {
        return Optional.ofNullable(database.find(Case.class, id)).filter(found -> found.isWithin(scope));
    }

    /** A part of the cases that the filter lets through, the latest received first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Slice<Case> list(Filter filter, int limit, @Nullable UUID cursor) {
        return new Listing<>(Case.class, "receivedAt", Case::id)
                .within(filter.scope(), "assignee.unitCode")
                .in(filter.district())
                .where("e.status = :status", "status", filter.status())
                .where("e.source = :source", "source", filter.source())
                .where("e.externalNumber = :externalNumber", "externalNumber", filter.externalNumber())
                .where("e.hazardId = :hazard", "hazard", filter.hazard())
                .where(overdue(filter.overdue()), "now", filter.overdueAt())
                .page(database, limit, cursor);
    }

    private static String overdue(@Nullable Milestone milestone) {
        return """
                e.status <> CLOSED and exists (
                    select 1 from CitizenCase c join c.marks m where c.id = e.id
                    and m.reachedAt is null and not m.replaced and m.dueAt < :now%s)""".formatted(milestone == null ? "" : " and key(m) = " + milestone.name());
    }

    /** The boundaries may have changed since the case was received. */
    private Finding finding(Case held, Ascertained what, Occasion occasion) {
        Receipt receipt = held.receipt();
        String outside = receipt.externalNumber();
        return new Finding(
                districts.inUse(receipt.districtCode(), occasion.at()),
                what.grade(),
                what.category(),
                receipt.source().source(),
                new Found(
                        what.description(),
                        null,
                        what.siteName(),
                        receipt.address(),
                        receipt.location(),
                        what.checkItem(),
                        what.foundBy(),
                        what.witness(),
                        outside == null ? held.number() : outside,
                        null,
                        what.campaign(),
                        null,
                        null,
                        what.unit()));
    }

    /** A source's number is one case, however often and at whatever moment it is sent. */
    private void demandNew(Receipt receipt, Scope scope) {
        String number = receipt.externalNumber();
        if (number == null) {
            return;
        }
        database.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:case, 0))")
                .setParameter("case", receipt.source() + "\n" + number)
                .getSingleResult();
        database.createQuery("from CitizenCase where source = :source and externalNumber = :number", Case.class)
                .setParameter("source", receipt.source())
                .setParameter("number", number)
                .getResultStream()
                .findFirst()
                .ifPresent(known -> {
                    throw known.isWithin(scope)
                            ? new Refusal("externalNumber", "case.onRecord", number, known.number(), known.id())
                            : new Refusal("externalNumber", "case.onRecordElsewhere", number);
                });
    }

    /** A number is never used twice. Begins with a C, so that it is not taken for a hazard's. */
    private String nextNumber(String districtCode, int year) {
        long count = ((Number) database.createNativeQuery("select nextval('case_number')")
                        .getSingleResult())
                .longValue();
        return "C%s-%d-%06d".formatted(districtCode, year, count);
    }

    private Case step(UUID id, Set<Integer> seen, Occasion occasion, Function<Case, ? extends CaseEvent> verb) {
        Case held = database.find(Case.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (held == null || !held.isWithin(occasion.scope())) {
            throw new NotOnRecord("case", id);
        }
        StaleVersion.check(held.version(), seen);
        record(held, verb.apply(held), occasion);
        return held;
    }

    private void record(Case subject, CaseEvent event, Occasion occasion) {
        subject.version++;
        subject.hash = history.record(
                new Subject("case", subject.id().toString(), subject.number(), subject.version, subject.hash),
                event.type(),
                (Record) event,
                occasion);
    }
}
