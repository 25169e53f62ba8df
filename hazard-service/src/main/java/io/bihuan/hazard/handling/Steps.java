package io.bihuan.hazard.handling;

import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.deadline.Deadlines;
import io.bihuan.hazard.documents.Kind;
import io.bihuan.hazard.documents.Numbers;
import io.bihuan.hazard.history.History;
import io.bihuan.hazard.lifecycle.Deadline;
import io.bihuan.hazard.lifecycle.Hazard;
import io.bihuan.hazard.lifecycle.HazardEvent;
import io.bihuan.hazard.lifecycle.Hazards;
import io.bihuan.hazard.lifecycle.Occasion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What every command does: it holds the hazard, has it take its step, and records what happened. */
@ApplicationScoped
class Steps {

    private final Hazards hazards;
    private final History history;
    private final Deadlines deadlines;
    private final Numbers numbers;

    Steps(Hazards hazards, History history, Deadlines deadlines, Numbers numbers) {
        this.hazards = hazards;
        this.history = history;
        this.deadlines = deadlines;
        this.numbers = numbers;
    }

    Hazard take(Target target, Occasion occasion, Function<Hazard, HazardEvent> verb) {
        Hazard hazard = hazards.hold(target.id()).orElseThrow(() -> new NotOnRecord("hazard", target.id()));
        target.accept(hazard.version());
        history.record(hazard, verb.apply(hazard), occasion);
        return hazard;
    }

    Deadline date(Hazard hazard, Term term, Occasion occasion) {
        if (term.withinDays() != null) {
            return deadlines.within(term.withinDays(), occasion.at());
        }
        if (term.dueAt() == null) {
            return deadlines.byPolicy(hazard.grade(), hazard.category(), occasion.at());
        }
        return new Deadline(notPast(term.dueAt(), occasion), null);
    }

    private static Instant notPast(Instant dueAt, Occasion occasion) {
        if (occasion.isLive() && !dueAt.isAfter(occasion.at())) {
            throw new Refusal("dueAt", "dueAt.past", dueAt, occasion.at());
        }
        return dueAt;
    }

    /** The number of the document that a step issues; null for a step of a ledger, whose papers were written elsewhere. */
    @Nullable
    String number(Kind kind, Hazard hazard, Occasion occasion) {
        boolean fromLedger = hazard.ledger() != null && !occasion.isLive();
        return fromLedger ? null : draw(kind, hazard, occasion);
    }

    String draw(Kind kind, Hazard hazard, Occasion occasion) {
        return numbers.next(kind, hazard.districtCode(), occasion.at());
    }
}
