package io.bihuan.hazard.lifecycle;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.Refusal.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The closing 销号 of a hazard, and on whose opinion.
 *
 * @param opinion what the re-inspection found
 * @param inspector who re-inspected; null if that is on record, or whoever closes did it himself
 * @param approvedBy the second, senior person; null if that is whoever closes
 * @param senior whether whoever closes is senior enough to be that second person
 */
public record Closing(
        String opinion, @Nullable Doer inspector, @Nullable Doer approvedBy, boolean senior) {

    /** The same, with those who are not named: the inspector on record, and whoever closes. */
    Closing completed(@Nullable Reinspection onRecord, Doer closer) {
        Doer inspected = inspector != null ? inspector : onRecord != null ? onRecord.inspector() : closer;
        if (onRecord != null && inspected.isSame(onRecord.inspector())) {
            inspected = onRecord.inspector();
        }
        boolean second = approvedBy == null && senior && !closer.isSame(inspected);
        return new Closing(opinion, inspected, second ? closer : approvedBy, senior);
    }

    /**
     * Nobody strikes off what he rectified himself, and a major hazard takes two people, the second of them senior, each of whom
     * recorded his part himself (glossary, section 3).
     */
    void demandOthersThan(List<Doer> rectifiers, Doer closer, Grade grade) {
        List<Violation> violations = new ArrayList<>();
        if (isAny(rectifiers, inspector) || isAny(rectifiers, closer)) {
            violations.add(new Violation("inspector", "closure.byRectifier"));
        }
        if (isAny(rectifiers, approvedBy)) {
            violations.add(new Violation("approvedBy", "closure.byRectifier"));
        }
        if (grade == Grade.MAJOR && (inspector == null || !inspector.isProven())) {
            violations.add(new Violation("inspector", "closure.major.inspector"));
        }
        if (grade == Grade.MAJOR && (approvedBy == null || !approvedBy.isProven())) {
            violations.add(new Violation("approvedBy", "closure.major.second"));
        }
        if (approvedBy != null && approvedBy.isSame(inspector)) {
            violations.add(new Violation("approvedBy", "closure.samePerson"));
        }
        if (!violations.isEmpty()) {
            throw new Refusal(violations.toArray(Violation[]::new));
        }
    }

    private static boolean isAny(List<Doer> people, @Nullable Doer person) {
        return people.stream().anyMatch(each -> each.isSame(person));
    }
}
