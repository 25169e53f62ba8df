package io.bihuan.hazard.intake;

import io.bihuan.hazard.handling.Handling;
import io.bihuan.hazard.handling.Target;
import io.bihuan.hazard.handling.Term;
import io.bihuan.hazard.history.History;
import io.bihuan.hazard.lifecycle.Hazard;
import io.bihuan.hazard.lifecycle.HazardEvent.Found;
import io.bihuan.hazard.lifecycle.Hazards;
import io.bihuan.hazard.lifecycle.Occasion;
import io.bihuan.hazard.lifecycle.Reinspection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Enters a past life: all of it that is not on record yet, or, with the rest of its transaction, nothing. */
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

    @Transactional
    void enter(Claim claim, PastLife life, Instant now) {
        jobs.count(claim, record(life, now));
    }

    private Outcome record(PastLife life, Instant now) {
        Found found = life.finding().found();
        Optional<Hazard> known = hazards.fromLedger(
                Objects.requireNonNull(found.ledger()), Objects.requireNonNull(found.externalNumber()));
        if (known.isEmpty()) {
            Hazard hazard = handling.find(life.finding(), new Occasion(life.foundAt(), now, found.foundBy()));
            hazards.flush();
            life.steps().forEach(step -> take(hazard, step, now));
            return Outcome.CREATED;
        }
        Hazard hazard = known.get();
        List<PastStep> unrecorded = Comparison.unrecorded(life, history.of(hazard.id()));
        unrecorded.forEach(step -> take(hazard, step, now));
        return unrecorded.isEmpty() ? Outcome.UNCHANGED : Outcome.UPDATED;
    }

    private void take(Hazard hazard, PastStep step, Instant now) {
        Target target = new Target(hazard.id());
        if (step instanceof PastStep.Assigned assigned) {
            handling.assign(target, assigned.assignment(), new Occasion(step.at(), now, null));
        } else if (step instanceof PastStep.Rectified rectified) {
            String by = rectified.rectifiedBy();
            handling.rectify(target, rectified.description(), by, List.of(), new Occasion(step.at(), now, by));
        } else if (step instanceof PastStep.Returned returned) {
            Term term = new Term(returned.dueAt() == null ? hazard.dueAt() : returned.dueAt(), null);
            handling.sendBack(target, returned.reason(), term, new Occasion(step.at(), now, null));
        } else if (step instanceof PastStep.Closed closed) {
            String by = closed.inspector();
            handling.close(target, new Reinspection(closed.opinion(), by), new Occasion(step.at(), now, by));
        }
    }
}
