package io.bihuan.hazard.handling;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.deadline.Deadlines;
import io.bihuan.hazard.documents.Kind;
import io.bihuan.hazard.lifecycle.Deadline;
import io.bihuan.hazard.lifecycle.Grade;
import io.bihuan.hazard.lifecycle.Hazard;
import io.bihuan.hazard.lifecycle.Hazards;
import io.bihuan.hazard.lifecycle.Occasion;
import io.bihuan.hazard.lifecycle.Status;
import io.bihuan.hazard.lifecycle.Supervision;
import io.bihuan.hazard.registers.Districts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The commands beside the ordinary life that keep the record honest: what was judged, sent or closed wrongly is put right. */
@ApplicationScoped
@Transactional
public class Corrections {

    private final Steps steps;
    private final Hazards hazards;
    private final Districts districts;
    private final Deadlines deadlines;

    Corrections(Steps steps, Hazards hazards, Districts districts, Deadlines deadlines) {
        this.steps = steps;
        this.hazards = hazards;
        this.districts = districts;
        this.deadlines = deadlines;
    }

    /** Grades a hazard anew 重新定级. */
    public Hazard regrade(Target target, Grade grade, String reason, Occasion occasion) {
        return steps.take(
                target, occasion, hazard -> hazard.regrade(grade, reason, redated(hazard, grade, occasion), occasion));
    }

    /**
     * The deadline of a new grade, where the policy dates the hazard: counted from where the old one was, so that grading
     * to and fro wins no time. One that would have passed already ends with today.
     */
    private @Nullable Deadline redated(Hazard hazard, Grade grade, Occasion occasion) {
        Instant from = hazard.dueFrom();
        if (hazard.status() != Status.ASSIGNED || hazard.policyVersion() == null || hazard.extended() || from == null) {
            return null;
        }
        Deadline counted = deadlines.byPolicy(grade, hazard.category(), from);
        return counted.dueAt().isAfter(occasion.at())
                ? counted
                : new Deadline(deadlines.within(0, occasion.at()).dueAt(), counted.policyVersion());
    }

    /** Hands a hazard to another unit, perhaps in another district 移交. */
    public Hazard transfer(Target target, Transfer transfer, Occasion occasion) {
        String district = transfer.districtCode();
        if (district != null) {
            districts.demandInUse("districtCode", district, occasion.at());
        }
        return steps.take(
                target,
                occasion,
                hazard -> hazard.transfer(
                        transfer.unit(),
                        transfer.responsible(),
                        district,
                        transfer.reason(),
                        steps.number(Kind.RECTIFICATION_NOTICE, hazard, occasion),
                        occasion));
    }

    /**
     * Lists a hazard for supervision 挂牌督办.
     *
     * @param documentNumber of a notice that was written elsewhere; null to have one numbered here
     */
    public Hazard supervise(
            Target target, Supervision.Level level, @Nullable String documentNumber, Occasion occasion) {
        return steps.take(target, occasion, hazard -> {
            String number =
                    documentNumber == null ? steps.draw(Kind.SUPERVISION_NOTICE, hazard, occasion) : documentNumber;
            return hazard.supervise(level, number, occasion);
        });
    }

    /** Merges a hazard into the one that it duplicates 合并. */
    public Hazard merge(Target target, UUID into, String reason, Occasion occasion) {
        // Both are held, always in the same order: two mergers that cross wait for each other instead of for ever.
        Stream.of(target.id(), into).sorted().forEach(hazards::hold);
        Hazard other = hazards.findByIdOptional(into).orElseThrow(() -> new Refusal("into", "merger.unknown", into));
        return steps.take(target, occasion, hazard -> hazard.mergeInto(other, reason, occasion));
    }

    /** Takes a hazard off the record's count that turned out to be none 不属实. */
    public Hazard dismiss(Target target, String reason, Occasion occasion) {
        return steps.take(target, occasion, hazard -> hazard.voidAs(reason, occasion));
    }

    /** Opens a closed hazard again that look-back found 回头看返潮. */
    public Hazard reopen(Target target, String reason, Term term, Occasion occasion) {
        return steps.take(
                target,
                occasion,
                hazard -> hazard.reopen(
                        reason,
                        steps.date(hazard, term, occasion),
                        steps.number(Kind.RECTIFICATION_NOTICE, hazard, occasion),
                        occasion));
    }
}
