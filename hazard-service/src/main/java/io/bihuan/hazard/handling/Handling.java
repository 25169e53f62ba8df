package io.bihuan.hazard.handling;

import com.github.f4b6a3.uuid.UuidCreator;
import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.deadline.Deadlines;
import io.bihuan.hazard.history.History;
import io.bihuan.hazard.lifecycle.Deadline;
import io.bihuan.hazard.lifecycle.Hazard;
import io.bihuan.hazard.lifecycle.HazardEvent;
import io.bihuan.hazard.lifecycle.Hazards;
import io.bihuan.hazard.lifecycle.Occasion;
import io.bihuan.hazard.lifecycle.Order;
import io.bihuan.hazard.registers.Districts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The commands that move a hazard through its life. Each runs in one transaction (or joins the caller's), holds the
 * hazard meanwhile, and records its step in the history, or changes nothing.
 *
 * <p>Steps are taken on an {@link Occasion}: live ones now, those of an imported ledger at their own past time. What
 * only a living person can be held to, such as a deadline that has not passed yet, is checked for live ones alone.
 */
@ApplicationScoped
@Transactional
public class Handling {

    private final Hazards hazards;
    private final History history;
    private final Districts districts;
    private final Deadlines deadlines;
    private final ZoneId zone;

    Handling(
            Hazards hazards,
            History history,
            Districts districts,
            Deadlines deadlines,
            @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.hazards = hazards;
        this.history = history;
        this.districts = districts;
        this.deadlines = deadlines;
        this.zone = zone;
    }

    /** Opens a hazard 登记. */
    public Hazard find(Finding finding, Occasion occasion) {
        String districtCode = finding.districtCode();
        if (districts.findById(districtCode) == null) {
            throw new Refusal("districtCode", "district.unknown", districtCode);
        }
        Hazard hazard = Hazard.found(
                UuidCreator.getTimeOrderedEpoch(occasion.recordedAt()),
                hazards.nextNumber(districtCode, occasion.at().atZone(zone).getYear()),
                districtCode,
                finding.grade(),
                finding.category(),
                finding.source(),
                finding.found(),
                occasion);
        history.record(hazard, finding.found(), occasion);
        hazards.persist(hazard);
        return hazard;
    }

    /** Orders a unit to rectify 交办. */
    public Hazard assign(Target target, Assignment assignment, Occasion occasion) {
        return step(
                target,
                occasion,
                hazard -> hazard.assign(
                        new Order(
                                assignment.unit(),
                                assignment.responsible(),
                                date(hazard, assignment.term(), occasion),
                                assignment.measures(),
                                assignment.funds(),
                                assignment.contingencyPlan(),
                                assignment.interimControls()),
                        occasion));
    }

    /** Takes the unit's report that it is fixed 整改完成. */
    public Hazard rectify(
            Target target, String whatWasDone, @Nullable String byWhom, List<String> evidence, Occasion occasion) {
        return step(target, occasion, hazard -> hazard.rectify(whatWasDone, byWhom, evidence, occasion));
    }

    /** Sends a hazard back that the re-inspection found not fixed 复查不合格. */
    public Hazard sendBack(Target target, String reason, Term term, Occasion occasion) {
        return step(target, occasion, hazard -> hazard.sendBack(reason, date(hazard, term, occasion), occasion));
    }

    /** Strikes a hazard off 销号. */
    public Hazard close(Target target, String opinion, @Nullable String inspector, Occasion occasion) {
        return step(target, occasion, hazard -> hazard.close(opinion, inspector, occasion));
    }

    private Hazard step(Target target, Occasion occasion, Function<Hazard, HazardEvent> verb) {
        Hazard hazard = hazards.hold(target.id()).orElseThrow(() -> new NotOnRecord("hazard", target.id()));
        target.accept(hazard.version());
        HazardEvent event = verb.apply(hazard);
        history.record(hazard, event, occasion);
        return hazard;
    }

    private Deadline date(Hazard hazard, Term term, Occasion occasion) {
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
}
