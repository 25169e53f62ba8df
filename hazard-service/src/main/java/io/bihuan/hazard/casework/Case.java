package io.bihuan.hazard.casework;

import io.bihuan.access.Scope;
import io.bihuan.hazard.NotAllowedNow;
import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.casework.CaseEvent.Assigned;
import io.bihuan.hazard.casework.CaseEvent.Closed;
import io.bihuan.hazard.casework.CaseEvent.HazardOpened;
import io.bihuan.hazard.casework.CaseEvent.MilestoneReached;
import io.bihuan.hazard.casework.CaseEvent.Received;
import io.bihuan.hazard.lifecycle.Hazard;
import io.bihuan.hazard.lifecycle.Location;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/**
 * A case 工单. Each verb takes one step: it refuses what the state machine does not allow, changes the case and answers
 * what happened, which the caller records in the history in the same transaction.
 */
@Entity(name = "CitizenCase") // CASE is a word of the query language
@Table(name = "citizen_case")
@SuppressWarnings("NullAway.Init") // filled by Hibernate, or by the constructor
public class Case {

    @Id
    private UUID id;

    private String number;

    @Enumerated(EnumType.STRING)
    private CaseKind kind;

    @Enumerated(EnumType.STRING)
    private CaseCategory category;

    @Column(name = "life_threatening")
    private boolean lifeThreatening;

    @Enumerated(EnumType.STRING)
    private CaseSource source;

    @Column(name = "external_number")
    private @Nullable String externalNumber;

    @Column(name = "district_code")
    private String districtCode;

    private String description;
    private @Nullable String address;

    @Embedded
    private @Nullable Location location;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Enumerated(EnumType.STRING)
    private CaseStatus status;

    @Embedded
    private @Nullable Proposal proposal;

    @Embedded
    private @Nullable Assignee assignee;

    @ElementCollection
    @BatchSize(size = 500)
    @CollectionTable(name = "case_milestone", joinColumns = @JoinColumn(name = "case_id"))
    @MapKeyColumn(name = "name")
    @MapKeyEnumerated(EnumType.STRING)
    private Map<Milestone, Mark> marks = new EnumMap<>(Milestone.class);

    @Column(name = "hazard_id")
    private @Nullable UUID hazardId;

    @Column(name = "hazard_number")
    private @Nullable String hazardNumber;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    @Column(name = "closing_reason")
    private @Nullable String closingReason;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    int version;
    String hash;

    /** For Hibernate. */
    protected Case() {}

    Case(
            UUID id,
            String number,
            Receipt receipt,
            Instant receivedAt,
            Map<Milestone, Instant> due,
            @Nullable Proposal proposal) {
        this.id = id;
        this.number = number;
        this.receivedAt = receivedAt;
        this.proposal = proposal;
        kind = receipt.kind();
        category = receipt.category();
        lifeThreatening = receipt.lifeThreatening();
        source = receipt.source();
        externalNumber = receipt.externalNumber();
        districtCode = receipt.districtCode();
        description = receipt.description();
        address = receipt.address();
        location = receipt.location();
        status = CaseStatus.RECEIVED;
        due.forEach((milestone, instant) -> marks.put(milestone, Mark.open(instant)));
        hash = "";
    }

    Received received() {
        return new Received(
                id,
                number,
                districtCode,
                status,
                kind,
                category,
                lifeThreatening,
                source,
                externalNumber,
                marks.entrySet().stream()
                        .map(each ->
                                new Received.Due(each.getKey(), each.getValue().dueAt()))
                        .toList(),
                proposal);
    }

    /**
     * 派单: hands the case to somebody.
     *
     * @param to null accepts the proposal
     * @param reason why it is somebody else than proposed, or than handled it before
     */
    Assigned assign(@Nullable Assignee to, @Nullable String reason) {
        take(CaseStep.ASSIGN, CaseStep.ASSIGN.action());
        Assignee proposed = proposal == null ? null : proposal.to();
        Assignee next = to == null ? proposed : to;
        if (next == null) {
            throw new Refusal("to", "case.nobodyProposed");
        }
        boolean expected = (proposed == null || next.equals(proposed)) && (assignee == null || next.equals(assignee));
        if (!expected && reason == null) {
            throw new Refusal("reason", "case.reasonForOther");
        }
        assignee = next;
        return new Assigned(id, number, districtCode, status, next, next.equals(proposed), reason);
    }

    /** Marks a milestone reached, at an instant that is not in the future. */
    MilestoneReached reach(Milestone milestone, Instant at, @Nullable String note) {
        Mark mark = milestone == Milestone.WRITTEN_PLAN
                ? marks.getOrDefault(
                        milestone, Mark.open(mark(Milestone.FEEDBACK).dueAt()))
                : mark(milestone);
        take(mark.reachedAt() == null ? CaseStep.REACH : null, action(milestone));
        if (at.isBefore(receivedAt)) {
            throw new Refusal("at", "case.beforeReceipt", at, receivedAt);
        }
        marks.put(milestone, mark.reached(at, note));
        if (milestone == Milestone.WRITTEN_PLAN) {
            marks.computeIfPresent(Milestone.FEEDBACK, (key, feedback) -> feedback.replacedByAnother());
        }
        return new MilestoneReached(
                id, number, districtCode, status, milestone, mark.dueAt(), at, !at.isAfter(mark.dueAt()));
    }

    /** Refuses a hazard if the case has one, or is closed. */
    void mayOpenHazard() {
        take(hazardId == null ? CaseStep.OPEN_HAZARD : null, CaseStep.OPEN_HAZARD.action());
    }

    /** 转隐患: keeps the hazard that was opened for it. */
    HazardOpened opened(Hazard hazard) {
        hazardId = hazard.id();
        hazardNumber = hazard.number();
        return new HazardOpened(id, number, districtCode, status, hazard.id(), hazard.number());
    }

    /** 办结: ends the case, once the caller has a feedback or a written plan. */
    Closed close(Outcome how, @Nullable String reason, Instant at) {
        take(CaseStep.CLOSE, CaseStep.CLOSE.action());
        boolean planned = reached(Milestone.WRITTEN_PLAN);
        if (!planned && !reached(Milestone.FEEDBACK)) {
            throw new Refusal("milestones", "case.unanswered");
        }
        if (how == Outcome.PLANNED && !planned) {
            throw new Refusal("outcome", "case.noPlan");
        }
        if (how == Outcome.UNFOUNDED && reason == null) {
            throw new Refusal("reason", "case.reasonForUnfounded");
        }
        outcome = how;
        closingReason = reason;
        closedAt = at;
        return new Closed(id, number, districtCode, status, how);
    }

    private void take(@Nullable CaseStep step, String action) {
        if (step == null || !step.mayFollow(status)) {
            throw new NotAllowedNow("case", action, status.name(), nextActions());
        }
        status = step.from(status);
    }

    /** What may be done now, as the calls' last parts. */
    public List<String> nextActions() {
        List<String> actions = new ArrayList<>();
        for (CaseStep step : CaseStep.values()) {
            if (!step.mayFollow(status)) {
                continue;
            }
            switch (step) {
                case REACH ->
                    Stream.of(Milestone.values())
                            .filter(each -> each == Milestone.WRITTEN_PLAN || marks.containsKey(each))
                            .filter(each -> !reached(each))
                            .map(Case::action)
                            .forEach(actions::add);
                case OPEN_HAZARD -> {
                    if (hazardId == null) {
                        actions.add(step.action());
                    }
                }
                case ASSIGN, CLOSE -> actions.add(step.action());
            }
        }
        return actions;
    }

    private static String action(Milestone milestone) {
        return CaseStep.REACH.action() + "/" + milestone;
    }

    private Mark mark(Milestone milestone) {
        Mark mark = marks.get(milestone);
        if (mark == null) {
            throw new NotOnRecord("milestone", milestone);
        }
        return mark;
    }

    private boolean reached(Milestone milestone) {
        Mark mark = marks.get(milestone);
        return mark != null && mark.reachedAt() != null;
    }

    /** Whether it lies in a scope: in one of its districts, or with its unit. */
    boolean isWithin(Scope scope) {
        return scope.covers(districtCode, assignee == null ? null : assignee.unitCode());
    }

    public UUID id() {
        return id;
    }

    public String number() {
        return number;
    }

    public CaseStatus status() {
        return status;
    }

    /** What was taken in. */
    public Receipt receipt() {
        return new Receipt(
                kind, lifeThreatening, source, externalNumber, districtCode, category, description, address, location);
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public @Nullable Proposal proposal() {
        return proposal;
    }

    public @Nullable Assignee assignee() {
        return assignee;
    }

    /** How far it is with each milestone, in their order. */
    public Map<Milestone, Mark> marks() {
        return marks.isEmpty() ? Map.of() : new EnumMap<>(marks);
    }

    public @Nullable UUID hazardId() {
        return hazardId;
    }

    public @Nullable String hazardNumber() {
        return hazardNumber;
    }

    public @Nullable Outcome outcome() {
        return outcome;
    }

    public @Nullable String closingReason() {
        return closingReason;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    public int version() {
        return version;
    }
}
