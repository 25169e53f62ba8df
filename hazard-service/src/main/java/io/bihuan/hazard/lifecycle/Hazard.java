package io.bihuan.hazard.lifecycle;

import io.bihuan.hazard.lifecycle.HazardEvent.Assigned;
import io.bihuan.hazard.lifecycle.HazardEvent.Closed;
import io.bihuan.hazard.lifecycle.HazardEvent.Found;
import io.bihuan.hazard.lifecycle.HazardEvent.Rectified;
import io.bihuan.hazard.lifecycle.HazardEvent.Returned;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A safety hazard 隐患 and its life. Each verb takes one step: it refuses what the state machine does not allow,
 * changes the hazard and answers what happened, which the caller records in the history in the same transaction.
 */
@Entity
@SuppressWarnings("NullAway.Init") // filled by Hibernate, or by found()
public class Hazard {

    @Id
    private UUID id;

    private String number;

    /** How many steps have been taken; each event carries its own, without gaps. */
    private int version;

    /** The hash of the last step's history row: the head of this hazard's chain. */
    private String hash;

    @Enumerated(EnumType.STRING)
    private Status status;

    private int round;

    private int returns;

    @Column(name = "district_code")
    private String districtCode;

    @Enumerated(EnumType.STRING)
    private Grade grade;

    @Enumerated(EnumType.STRING)
    private Category category;

    @Enumerated(EnumType.STRING)
    private Source source;

    private String description;

    @Column(name = "site_name")
    private @Nullable String siteName;

    private @Nullable String address;

    @Embedded
    private @Nullable Location location;

    @Column(name = "check_item")
    private @Nullable String checkItem;

    @Column(name = "found_by")
    private @Nullable String foundBy;

    private @Nullable String witness;

    @Column(name = "external_number")
    private @Nullable String externalNumber;

    private @Nullable String ledger;

    private @Nullable String campaign;

    @Embedded
    private @Nullable Unit unit;

    @Embedded
    private @Nullable Responsible responsible;

    private @Nullable String measures;

    private @Nullable BigDecimal funds;

    @Column(name = "contingency_plan")
    private @Nullable String contingencyPlan;

    @Column(name = "interim_controls")
    private @Nullable String interimControls;

    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    @Column(name = "policy_version")
    private @Nullable Integer policyVersion;

    @Column(name = "found_at")
    private Instant foundAt;

    @Column(name = "assigned_at")
    private @Nullable Instant assignedAt;

    @Column(name = "rectified_at")
    private @Nullable Instant rectifiedAt;

    @Column(name = "rectified_by")
    private @Nullable String rectifiedBy;

    private @Nullable String rectification;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "closed_by")
    private @Nullable String closedBy;

    private @Nullable String opinion;

    /** When the last step happened. */
    @Column(name = "stepped_at")
    private Instant steppedAt;

    /** For Hibernate. */
    protected Hazard() {}

    /** 发现: a hazard that did not exist before; its first event is {@code event}. */
    public static Hazard found(
            UUID id,
            String number,
            String districtCode,
            Grade grade,
            Category category,
            Source source,
            Found event,
            Occasion occasion) {
        Hazard hazard = new Hazard();
        hazard.id = id;
        hazard.number = number;
        hazard.version = 1;
        hazard.hash = "";
        hazard.status = Status.FOUND;
        hazard.round = 1;
        hazard.districtCode = districtCode;
        hazard.grade = grade;
        hazard.category = category;
        hazard.source = source;
        hazard.description = event.description();
        hazard.siteName = event.siteName();
        hazard.address = event.address();
        hazard.location = event.location();
        hazard.checkItem = event.checkItem();
        hazard.foundBy = event.foundBy();
        hazard.witness = event.witness();
        hazard.externalNumber = event.externalNumber();
        hazard.ledger = event.ledger();
        hazard.campaign = event.campaign();
        hazard.unit = event.unit();
        hazard.foundAt = occasion.at();
        hazard.steppedAt = occasion.at();
        return hazard;
    }

    /** 交办/限期整改: orders a unit to rectify by a deadline. */
    public Assigned assign(Order order, Occasion occasion) {
        take(Step.ASSIGN, occasion);
        unit = order.unit();
        responsible = order.responsible();
        measures = order.measures();
        funds = order.funds();
        contingencyPlan = order.contingencyPlan();
        interimControls = order.interimControls();
        dueAt = order.deadline().dueAt();
        policyVersion = order.deadline().policyVersion();
        assignedAt = occasion.at();
        return new Assigned(
                order.unit(), responsible, measures, funds, contingencyPlan, interimControls, policyVersion, returns);
    }

    /** 整改完成: the unit reports that it is fixed. */
    public Rectified rectify(String whatWasDone, @Nullable String byWhom, List<String> evidence, Occasion occasion) {
        take(Step.RECTIFY, occasion);
        rectification = whatWasDone;
        rectifiedBy = byWhom;
        rectifiedAt = occasion.at();
        return new Rectified(whatWasDone, byWhom, List.copyOf(evidence));
    }

    /** 复查不合格: the re-inspection found it not fixed; the unit gets a new deadline. */
    public Returned sendBack(String reason, Deadline newDeadline, Occasion occasion) {
        take(Step.RETURN, occasion);
        returns++;
        rectifiedAt = null;
        rectifiedBy = null;
        rectification = null;
        dueAt = newDeadline.dueAt();
        policyVersion = newDeadline.policyVersion();
        return new Returned(reason, policyVersion, returns);
    }

    /** 销号: re-inspected and struck off. */
    public Closed close(String reinspection, @Nullable String inspector, Occasion occasion) {
        take(Step.CLOSE, occasion);
        opinion = reinspection;
        closedBy = inspector;
        closedAt = occasion.at();
        return new Closed(reinspection, inspector);
    }

    private void take(Step step, Occasion occasion) {
        Status next = step.from(status);
        // Live steps follow one another by being taken one after the other, whatever two machines' clocks say.
        if (!occasion.isLive() && occasion.at().isBefore(steppedAt)) {
            throw new StepTooEarly(step, occasion.at(), steppedAt);
        }
        status = next;
        steppedAt = occasion.at();
        version++;
    }

    /** Puts the hash of the step just recorded at the head of the chain. For the history alone. */
    public void chain(String newHash) {
        hash = newHash;
    }

    /** Whether the unit is past its deadline: it has not reported the hazard rectified and the instant has gone by. */
    public boolean overdue(Instant now) {
        return status == Status.ASSIGNED && dueAt != null && now.isAfter(dueAt);
    }

    public UUID id() {
        return id;
    }

    public String number() {
        return number;
    }

    public int version() {
        return version;
    }

    public String hash() {
        return hash;
    }

    public Status status() {
        return status;
    }

    public int round() {
        return round;
    }

    public int returns() {
        return returns;
    }

    public String districtCode() {
        return districtCode;
    }

    public Grade grade() {
        return grade;
    }

    public Category category() {
        return category;
    }

    public Source source() {
        return source;
    }

    public String description() {
        return description;
    }

    public @Nullable String siteName() {
        return siteName;
    }

    public @Nullable String address() {
        return address;
    }

    public @Nullable Location location() {
        return location;
    }

    public @Nullable String checkItem() {
        return checkItem;
    }

    public @Nullable String foundBy() {
        return foundBy;
    }

    public @Nullable String witness() {
        return witness;
    }

    public @Nullable String externalNumber() {
        return externalNumber;
    }

    public @Nullable String ledger() {
        return ledger;
    }

    public @Nullable String campaign() {
        return campaign;
    }

    public @Nullable Unit unit() {
        return unit;
    }

    public @Nullable Responsible responsible() {
        return responsible;
    }

    public @Nullable String measures() {
        return measures;
    }

    public @Nullable BigDecimal funds() {
        return funds;
    }

    public @Nullable String contingencyPlan() {
        return contingencyPlan;
    }

    public @Nullable String interimControls() {
        return interimControls;
    }

    public @Nullable Instant dueAt() {
        return dueAt;
    }

    public @Nullable Integer policyVersion() {
        return policyVersion;
    }

    public Instant foundAt() {
        return foundAt;
    }

    public @Nullable Instant assignedAt() {
        return assignedAt;
    }

    public @Nullable Instant rectifiedAt() {
        return rectifiedAt;
    }

    public @Nullable String rectifiedBy() {
        return rectifiedBy;
    }

    public @Nullable String rectification() {
        return rectification;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    public @Nullable String closedBy() {
        return closedBy;
    }

    public @Nullable String opinion() {
        return opinion;
    }
}
