package io.bihuan.hazard.intake;

import io.bihuan.access.Scope;
import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.Refusal.Violation;
import io.bihuan.hazard.handling.Handling;
import io.bihuan.hazard.handling.Target;
import io.bihuan.hazard.handling.Term;
import io.bihuan.hazard.history.History;
import io.bihuan.hazard.history.HistoryRow;
import io.bihuan.hazard.lifecycle.Closing;
import io.bihuan.hazard.lifecycle.Doer;
import io.bihuan.hazard.lifecycle.Hazard;
import io.bihuan.hazard.lifecycle.HazardEvent.Found;
import io.bihuan.hazard.lifecycle.Hazards;
import io.bihuan.hazard.lifecycle.Hazards.LedgerRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Enters what rows tell: all of it that is not on record yet. What is on record of a batch is read at once, and one
 * transaction takes all of it or nothing.
 */
@ApplicationScoped
class Entry {

    private final Handling handling;
    private final Hazards hazards;
    private final History history;
    private final Jobs jobs;

    Entry(Handling handling, Hazards hazards, History history, Jobs jobs) {
        this.handling = handling;
        this.hazards = hazards;
        this.history = history;
        this.jobs = jobs;
    }

    /** Enters the rows and counts them; those that can't be read or contradict the record are noted. */
    @Transactional
    void enter(Claim claim, List<Told> rows, Instant now) {
        Map<String, Hazard> numbered = hazards.hold(
                rows.stream().map(Told::number).filter(Objects::nonNull).toList());
        List<Told> told = rows.stream()
                .map(row -> row instanceof Told.Own own && !numbered.containsKey(own.number()) ? own.asLife() : row)
                .toList();
        Map<LedgerRow, Hazard> known = hazards.fromLedger(told.stream()
                .filter(Told.Life.class::isInstance)
                .map(row -> key(((Told.Life) row).life()))
                .toList());
        Map<UUID, List<HistoryRow>> histories =
                history.of(known.values().stream().map(Hazard::id).toList());
        List<Outcome> outcomes = new ArrayList<>();
        for (Told row : told) {
            Hazard hazard = row instanceof Told.Life life ? known.get(key(life.life())) : numbered.get(row.number());
            List<PastStep> unrecorded;
            try {
                unrecorded = unrecorded(row, hazard, histories, claim.scope());
            } catch (Refusal refusal) {
                // Nothing of the row was written yet; so the transaction goes on.
                jobs.note(claim, row.row(), refusal.violations());
                outcomes.add(Outcome.FAILED);
                continue;
            }
            if (hazard == null && row instanceof Told.Life life) {
                known.put(key(life.life()), create(life.life(), claim, now));
                outcomes.add(Outcome.CREATED);
            } else if (hazard != null) {
                unrecorded.forEach(step -> take(hazard, step, claim, now));
                histories.remove(hazard.id());
                outcomes.add(unrecorded.isEmpty() ? Outcome.UNCHANGED : Outcome.UPDATED);
            }
        }
        jobs.count(claim, outcomes);
    }

    private List<PastStep> unrecorded(
            Told row, @Nullable Hazard hazard, Map<UUID, List<HistoryRow>> histories, Scope scope) {
        if (row instanceof Told.Nothing nothing) {
            throw new Refusal(nothing.violations().toArray(Violation[]::new));
        }
        if (hazard == null) {
            if (row instanceof Told.Life life) {
                demandWithin(scope, life.life().finding().districtCode());
            }
            return List.of();
        }
        demandWithin(scope, hazard.districtCode());
        return row instanceof Told.Own own
                ? own.beyond(hazard)
                : Comparison.unrecorded(((Told.Life) row).life(), histories.computeIfAbsent(hazard.id(), history::of));
    }

    private static void demandWithin(Scope scope, String district) {
        if (!scope.covers(district)) {
            throw new Refusal("districtCode", "district.outside", district);
        }
    }

    private Hazard create(PastLife life, Claim claim, Instant now) {
        String finder = life.finding().found().foundBy();
        Hazard hazard = handling.find(life.finding(), claim.step(life.foundAt(), now, finder));
        hazards.flush();
        life.steps().forEach(step -> take(hazard, step, claim, now));
        return hazard;
    }

    private static LedgerRow key(PastLife life) {
        Found found = life.finding().found();
        return new LedgerRow(Objects.requireNonNull(found.ledger()), Objects.requireNonNull(found.externalNumber()));
    }

    private void take(Hazard hazard, PastStep step, Claim claim, Instant now) {
        Target target = new Target(hazard.id());
        if (step instanceof PastStep.Assigned assigned) {
            handling.assign(target, assigned.assignment(), claim.step(step.at(), now, null));
        } else if (step instanceof PastStep.Rectified rectified) {
            String by = rectified.rectifiedBy();
            handling.rectify(target, rectified.description(), List.of(), claim.step(step.at(), now, by));
        } else if (step instanceof PastStep.Returned returned) {
            Term term = new Term(returned.dueAt() == null ? hazard.dueAt() : returned.dueAt(), null);
            handling.sendBack(target, returned.reason(), term, claim.step(step.at(), now, null));
        } else if (step instanceof PastStep.Closed closed) {
            String by = closed.inspector();
            handling.close(
                    target,
                    new Closing(closed.opinion(), Doer.told(by), Doer.told(closed.approvedBy()), false),
                    claim.step(step.at(), now, by));
        }
    }
}
