package io.bihuan.hazard.handling;

import com.github.f4b6a3.uuid.UuidCreator;
import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.documents.Kind;
import io.bihuan.hazard.evidence.Evidence;
import io.bihuan.hazard.history.History;
import io.bihuan.hazard.lifecycle.Closing;
import io.bihuan.hazard.lifecycle.Grade;
import io.bihuan.hazard.lifecycle.Hazard;
import io.bihuan.hazard.lifecycle.HazardEvent.Found;
import io.bihuan.hazard.lifecycle.Hazards;
import io.bihuan.hazard.lifecycle.Occasion;
import io.bihuan.hazard.lifecycle.Order;
import io.bihuan.hazard.lifecycle.Unit;
import io.bihuan.hazard.privacy.Capacity;
import io.bihuan.hazard.privacy.Citizens;
import io.bihuan.hazard.privacy.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The commands of a hazard's ordinary life: found, assigned, rectified, returned, closed. Each runs in one transaction
 * (or joins the caller's), holds the hazard meanwhile, and records its step in the history, or changes nothing.
 *
 * <p>Steps are taken on an {@link Occasion}: live ones now, those of an imported ledger at their own past time. What
 * only a living person can be held to, such as a deadline that has not passed yet, is checked for live ones alone.
 */
@ApplicationScoped
@Transactional
public class Handling {

    private final Hazards hazards;
    private final Steps steps;
    private final History history;
    private final Admission admission;
    private final Evidence evidence;
    private final Citizens citizens;
    private final ZoneId zone;

    Handling(
            Hazards hazards,
            Steps steps,
            History history,
            Admission admission,
            Evidence evidence,
            Citizens citizens,
            @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.hazards = hazards;
        this.steps = steps;
        this.history = history;
        this.admission = admission;
        this.evidence = evidence;
        this.citizens = citizens;
        this.zone = zone;
    }

    /**
     * Opens a hazard 登记. One that comes again at the same place within a year is told to be a recurrence. Where citizens
     * reported it, who found it and who stood by are kept beside it, and not on record (ADR 25).
     */
    public Hazard find(Finding told, Occasion when) {
        Hazard hazard = open(told.recordable(), told.recordable(when));
        if (told.source().isCitizens()) {
            keep(Capacity.FINDER, hazard, when.isTold() ? told.found().foundBy() : null);
            keep(Capacity.WITNESS, hazard, told.found().witness());
        }
        return hazard;
    }

    private void keep(Capacity capacity, Hazard hazard, @Nullable String name) {
        Identity.of(name, null).ifPresent(identity -> citizens.keep(capacity, hazard.id(), identity));
    }

    private Hazard open(Finding finding, Occasion occasion) {
        String districtCode = finding.districtCode();
        Found found = admission.admit(finding, occasion);
        Hazard hazard = Hazard.found(
                UuidCreator.getTimeOrderedEpoch(occasion.recordedAt()),
                hazards.nextNumber(districtCode, occasion.at().atZone(zone).getYear()),
                districtCode,
                finding.grade(),
                finding.category(),
                finding.source(),
                found,
                occasion);
        history.record(hazard, found, occasion);
        hazards.persist(hazard);
        return hazard;
    }

    /** Opens a hazard that was fixed on the spot 现场整改: found, assigned and rectified in one visit. */
    public Hazard findFixed(Finding finding, OnTheSpot fixed, Occasion when) {
        if (finding.grade() == Grade.MAJOR) {
            throw new Refusal("fixedOnSpot", "onTheSpot.major");
        }
        Hazard hazard = find(finding, when);
        Occasion occasion = finding.recordable(when);
        Unit unit = hazard.unit();
        if (unit == null) {
            throw new Refusal("unit", "onTheSpot.unit");
        }
        hazards.flush();
        Target target = new Target(hazard.id());
        Assignment assignment =
                new Assignment(unit, fixed.responsible(), new Term(null, 0), fixed.description(), null, null, null);
        assign(target, assignment, occasion);
        return rectify(target, fixed.description(), List.of(), occasion.told(fixed.rectifiedBy()));
    }

    /** Orders a unit to rectify 交办. */
    public Hazard assign(Target target, Assignment assignment, Occasion occasion) {
        return steps.take(
                target,
                occasion,
                hazard -> hazard.assign(
                        new Order(
                                assignment.unit(),
                                assignment.responsible(),
                                steps.date(hazard, assignment.term(), occasion),
                                assignment.measures(),
                                assignment.funds(),
                                assignment.contingencyPlan(),
                                assignment.interimControls()),
                        steps.number(Kind.RECTIFICATION_NOTICE, hazard, occasion),
                        occasion));
    }

    /** Takes the unit's report that it is fixed 整改完成. */
    public Hazard rectify(Target target, String whatWasDone, List<String> proof, Occasion occasion) {
        return steps.take(target, occasion, hazard -> {
            evidence.demandOf(hazard.id(), proof);
            return hazard.rectify(whatWasDone, proof, occasion);
        });
    }

    /** Records that the re-inspection found a hazard fixed 复查合格. */
    public Hazard reinspect(Target target, String opinion, Occasion occasion) {
        return steps.take(target, occasion, hazard -> hazard.reinspect(opinion, occasion));
    }

    /** Sends a hazard back that the re-inspection found not fixed 复查不合格. */
    public Hazard sendBack(Target target, String reason, Term term, Occasion occasion) {
        return steps.take(
                target,
                occasion,
                hazard -> hazard.sendBack(
                        reason,
                        steps.date(hazard, term, occasion),
                        steps.number(Kind.REINSPECTION_OPINION, hazard, occasion),
                        occasion));
    }

    /** Strikes a hazard off 销号. */
    public Hazard close(Target target, Closing closing, Occasion occasion) {
        return steps.take(
                target,
                occasion,
                hazard -> hazard.close(closing, steps.number(Kind.REINSPECTION_OPINION, hazard, occasion), occasion));
    }
}
