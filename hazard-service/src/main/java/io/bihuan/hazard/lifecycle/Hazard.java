package io.bihuan.hazard.lifecycle;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.lifecycle.HazardEvent.Assigned;
import io.bihuan.hazard.lifecycle.HazardEvent.Closed;
import io.bihuan.hazard.lifecycle.HazardEvent.Extended;
import io.bihuan.hazard.lifecycle.HazardEvent.ExtensionRefused;
import io.bihuan.hazard.lifecycle.HazardEvent.ExtensionRequested;
import io.bihuan.hazard.lifecycle.HazardEvent.Found;
import io.bihuan.hazard.lifecycle.HazardEvent.Merged;
import io.bihuan.hazard.lifecycle.HazardEvent.Rectified;
import io.bihuan.hazard.lifecycle.HazardEvent.Regraded;
import io.bihuan.hazard.lifecycle.HazardEvent.Reinspected;
import io.bihuan.hazard.lifecycle.HazardEvent.Reopened;
import io.bihuan.hazard.lifecycle.HazardEvent.Returned;
import io.bihuan.hazard.lifecycle.HazardEvent.Supervised;
import io.bihuan.hazard.lifecycle.HazardEvent.Transferred;
import io.bihuan.hazard.lifecycle.HazardEvent.Voided;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A safety hazard 隐患 and its life. Each verb takes one step: it refuses what the state machine does not allow,
 * changes the hazard and answers what happened, which the caller records in the history in the same transaction.
 */
@Entity
public class Hazard extends Standing {

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
        hazard.siteCode = event.siteCode();
        hazard.siteName = event.siteName();
        hazard.address = event.address();
        hazard.location = event.location();
        hazard.checkItem = event.checkItem();
        hazard.foundBy = event.foundBy();
        hazard.witness = event.witness();
        hazard.externalNumber = event.externalNumber();
        hazard.ledger = event.ledger();
        hazard.campaign = event.campaign();
        hazard.inspection = event.inspection();
        hazard.recurrenceOf = event.recurrenceOf();
        hazard.unit = event.unit();
        hazard.foundAt = occasion.at();
        hazard.steppedAt = occasion.at();
        return hazard;
    }

    /**
     * 交办/限期整改: orders a unit to rectify by a deadline.
     *
     * @param newNotice the number of the notice that says so; null in imported ledgers
     */
    public Assigned assign(Order order, @Nullable String newNotice, Occasion occasion) {
        demand(Step.ASSIGN, occasion);
        if (grade == Grade.MAJOR && occasion.isLive()) {
            order.demandFiveInPlace();
        }
        take(Step.ASSIGN, occasion);
        unit = order.unit();
        responsible = order.responsible();
        measures = order.measures();
        funds = order.funds();
        contingencyPlan = order.contingencyPlan();
        interimControls = order.interimControls();
        assignedAt = occasion.at();
        noticeNumber = newNotice;
        date(order.deadline(), occasion);
        return new Assigned(
                order.unit(),
                responsible,
                measures,
                funds,
                contingencyPlan,
                interimControls,
                policyVersion,
                noticeNumber,
                returns);
    }

    /** 整改完成: the unit reports that it is fixed. A request for more time has become pointless. */
    public Rectified rectify(String whatWasDone, List<String> evidence, Occasion occasion) {
        take(Step.RECTIFY, occasion);
        rectification = whatWasDone;
        rectifiedBy = occasion.by();
        rectifiedSubject = occasion.recordedBy();
        rectifiedAt = occasion.at();
        extensionRequest = null;
        return new Rectified(whatWasDone, rectifiedBy, List.copyOf(evidence));
    }

    /** 复查合格: whoever re-inspected says that it is fixed; another person closes it. */
    public Reinspected reinspect(String itsOpinion, Occasion occasion) {
        demand(Step.REINSPECT, occasion);
        if (rectifiers().stream().anyMatch(occasion.doer()::isSame)) {
            throw new Refusal("inspector", "closure.byRectifier");
        }
        take(Step.REINSPECT, occasion);
        reinspection = new Reinspection(itsOpinion, occasion.by(), occasion.recordedBy());
        return new Reinspected(itsOpinion, occasion.by());
    }

    /** 复查不合格: the re-inspection found it not fixed; the unit gets a new deadline. */
    public Returned sendBack(String reason, Deadline newDeadline, @Nullable String opinionNumber, Occasion occasion) {
        take(Step.RETURN, occasion);
        returns++;
        forgetRectification();
        date(newDeadline, occasion);
        return new Returned(reason, opinionNumber, policyVersion, returns);
    }

    /** 销号: re-inspected and struck off; a supervision ends with it. */
    public Closed close(Closing told, @Nullable String opinionNumber, Occasion occasion) {
        demand(Step.CLOSE, occasion);
        Closing closing = told;
        if (occasion.isLive()) {
            closing = told.completed(reinspection, occasion.doer());
            closing.demandOthersThan(rectifiers(), occasion.doer(), grade);
        }
        take(Step.CLOSE, occasion);
        opinion = closing.opinion();
        closedBy = closing.inspector() == null ? null : closing.inspector().name();
        approvedBy = closing.approvedBy() == null ? null : closing.approvedBy().name();
        closedAt = occasion.at();
        return new Closed(
                opinion,
                closedBy,
                approvedBy,
                opinionNumber,
                supervision == null ? null : supervision.documentNumber());
    }

    /**
     * 申请延期: the unit asks for a later deadline, before the present one has passed.
     *
     * @param latest how far the policy lets the deadline be extended
     */
    public ExtensionRequested requestExtension(
            Instant until, String reason, String controls, Instant latest, Occasion occasion) {
        demand(Step.REQUEST_EXTENSION, occasion);
        Instant asked = until.truncatedTo(ChronoUnit.MICROS); // what the database keeps
        if (dueAt != null && !asked.isAfter(dueAt)) {
            throw new Refusal("until", "extension.notLater", asked, dueAt);
        }
        if (asked.isAfter(latest)) {
            throw new Refusal("until", "extension.beyondPolicy", asked, latest);
        }
        take(Step.REQUEST_EXTENSION, occasion);
        extensions++;
        extensionRequest =
                new ExtensionRequest(extensions, asked, reason, controls, occasion.at(), occasion.recordedBy());
        return new ExtensionRequested(extensions, asked, reason, controls);
    }

    /** 批准延期: the deadline becomes the one asked for; the original one is kept. */
    public Extended extend(@Nullable String reason, Occasion occasion) {
        if (extensionRequest != null && !extensionRequest.until().isAfter(occasion.at())) {
            throw new Refusal("approved", "extension.past", extensionRequest.until());
        }
        ExtensionRequest request = decide(occasion);
        dueAt = request.until();
        interimControls = request.interimControls();
        return new Extended(request.n(), Objects.requireNonNull(originalDueAt), reason);
    }

    /** 不批准延期: the deadline stays. */
    public ExtensionRefused refuseExtension(String reason, Occasion occasion) {
        return new ExtensionRefused(decide(occasion).n(), reason);
    }

    /** Nobody decides what he asked for himself. */
    private ExtensionRequest decide(Occasion occasion) {
        demand(Step.DECIDE_EXTENSION, occasion);
        ExtensionRequest request = Objects.requireNonNull(extensionRequest);
        if (request.askedBy() != null && request.askedBy().equals(occasion.recordedBy())) {
            throw new Refusal("approved", "extension.own");
        }
        take(Step.DECIDE_EXTENSION, occasion);
        extensionRequest = null;
        return request;
    }

    /**
     * 重新定级: turns out to be more or less dangerous.
     *
     * @param redated the deadline of the new grade, where the policy dates this hazard; null leaves it as it is
     */
    public Regraded regrade(Grade newGrade, String reason, @Nullable Deadline redated, Occasion occasion) {
        demand(Step.REGRADE, occasion);
        if (newGrade == grade) {
            throw new Refusal("grade", "grade.same", grade);
        }
        take(Step.REGRADE, occasion);
        Grade previous = grade;
        grade = newGrade;
        if (redated != null) {
            dueAt = redated.dueAt();
            originalDueAt = dueAt;
            policyVersion = redated.policyVersion();
            extensionRequest = null;
        }
        return new Regraded(previous, reason, policyVersion);
    }

    /**
     * 移交/转办: another unit takes over, perhaps in another district. The deadline stays, and what the unit before asked
     * for is void.
     */
    public Transferred transfer(
            Unit newUnit,
            Responsible newResponsible,
            @Nullable String newDistrict,
            String reason,
            @Nullable String newNotice,
            Occasion occasion) {
        take(Step.TRANSFER, occasion);
        Unit previousUnit = unit;
        String previousDistrict = districtCode;
        unit = newUnit;
        responsible = newResponsible;
        districtCode = newDistrict == null ? districtCode : newDistrict;
        noticeNumber = newNotice;
        extensionRequest = null;
        return new Transferred(newUnit, newResponsible, previousUnit, previousDistrict, reason, newNotice);
    }

    /** 挂牌督办: a higher office watches until it is closed; later perhaps a still higher one. */
    public Supervised supervise(Supervision.Level level, String documentNumber, Occasion occasion) {
        demand(Step.SUPERVISE, occasion);
        if (supervision != null && !level.isAbove(supervision.level())) {
            throw new Refusal("level", "supervision.notHigher", supervision.level());
        }
        take(Step.SUPERVISE, occasion);
        supervision = new Supervision(level, documentNumber, occasion.at());
        return new Supervised(level, documentNumber);
    }

    /** 合并: this is another hazard, found twice; it lives on in that one. */
    public Merged mergeInto(Hazard other, String reason, Occasion occasion) {
        demand(Step.MERGE, occasion);
        if (other.id.equals(id)) {
            throw new Refusal("into", "merger.itself");
        }
        if (other.status == Status.MERGED || other.status == Status.VOIDED) {
            throw new Refusal("into", "merger.gone", other.number, other.status);
        }
        take(Step.MERGE, occasion);
        mergedInto = other.id;
        dismissedBecause = reason;
        extensionRequest = null;
        return new Merged(other.id, other.number, reason);
    }

    /** 不属实: it turned out to be none. */
    public Voided voidAs(String reason, Occasion occasion) {
        take(Step.VOID, occasion);
        dismissedBecause = reason;
        return new Voided(reason);
    }

    /** 回头看返潮: found again on look-back; the same unit rectifies it anew, in the next round. */
    public Reopened reopen(String reason, Deadline newDeadline, @Nullable String newNotice, Occasion occasion) {
        take(Step.REOPEN, occasion);
        round++;
        forgetRectification();
        closedAt = null;
        closedBy = null;
        approvedBy = null;
        opinion = null;
        supervision = null;
        noticeNumber = newNotice;
        date(newDeadline, occasion);
        return new Reopened(reason, unit, responsible, policyVersion, newNotice);
    }

    private void forgetRectification() {
        rectifiedAt = null;
        rectifiedBy = null;
        rectifiedSubject = null;
        rectification = null;
        reinspection = null;
    }

    private void date(Deadline deadline, Occasion occasion) {
        dueFrom = occasion.at();
        dueAt = deadline.dueAt();
        originalDueAt = dueAt;
        policyVersion = deadline.policyVersion();
    }

    private List<Doer> rectifiers() {
        return Stream.of(
                        new Doer(rectifiedBy, rectifiedSubject),
                        Doer.told(responsible == null ? null : responsible.name()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The steps that may be taken now, in the order in which a life usually takes them. */
    public Set<Step> nextSteps(Instant now) {
        return Arrays.stream(Step.values())
                .filter(step -> step.mayFollow(status) && obstacle(step, now) == null)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Step.class)));
    }

    private @Nullable Obstacle obstacle(Step step, Instant now) {
        return switch (step) {
            case CLOSE -> grade == Grade.MAJOR && supervision == null ? Obstacle.NOT_SUPERVISED : null;
            case REQUEST_EXTENSION -> {
                if (extensionRequest != null) {
                    yield Obstacle.REQUEST_PENDING;
                }
                yield overdue(now) ? Obstacle.DEADLINE_PASSED : null;
            }
            case DECIDE_EXTENSION -> extensionRequest == null ? Obstacle.NO_REQUEST : null;
            case SUPERVISE ->
                supervision != null && supervision.level() == Supervision.Level.PROVINCE
                        ? Obstacle.HIGHEST_LEVEL
                        : null;
            default -> null;
        };
    }

    /** Sees to it that a step may be taken. What a ledger tells of the past is only held to the order of the steps. */
    private void demand(Step step, Occasion occasion) {
        Obstacle obstacle = occasion.isLive() ? obstacle(step, occasion.at()) : null;
        if (!step.mayFollow(status) || obstacle != null) {
            throw new IllegalStep(
                    step, status, step.mayFollow(status) ? obstacle : null, nextSteps(occasion.recordedAt()));
        }
        // Live steps follow one another by being taken one after the other, whatever two machines' clocks say.
        if (!occasion.isLive() && occasion.at().isBefore(steppedAt)) {
            throw new StepTooEarly(step, occasion.at(), steppedAt);
        }
    }

    private void take(Step step, Occasion occasion) {
        demand(step, occasion);
        status = step.from(status);
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
}
