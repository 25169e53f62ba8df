package io.bihuan.hazard.lifecycle;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.Refusal.Violation;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The re-inspection 复查 on whose opinion a hazard is closed.
 *
 * @param opinion what it found
 * @param inspector who re-inspected
 * @param approvedBy the second, senior person who approves the closing of a major hazard
 */
public record Reinspection(
        String opinion,
        @Nullable String inspector,
        @Nullable String approvedBy) {

    public Reinspection(String opinion, @Nullable String inspector) {
        this(opinion, inspector, null);
    }

    /** Nobody strikes off what he rectified himself, and a major hazard takes two people (glossary, section 3). */
    void demandOthersThan(List<String> rectifiers, Grade grade) {
        List<Violation> violations = new ArrayList<>();
        if (rectifiers.stream().anyMatch(rectifier -> same(rectifier, inspector))) {
            violations.add(new Violation("inspector", "closure.byRectifier"));
        }
        if (rectifiers.stream().anyMatch(rectifier -> same(rectifier, approvedBy))) {
            violations.add(new Violation("approvedBy", "closure.byRectifier"));
        }
        if (grade == Grade.MAJOR && inspector == null) {
            violations.add(new Violation("inspector", "closure.major"));
        }
        if (grade == Grade.MAJOR && approvedBy == null) {
            violations.add(new Violation("approvedBy", "closure.major"));
        }
        if (approvedBy != null && same(approvedBy, inspector)) {
            violations.add(new Violation("approvedBy", "closure.samePerson"));
        }
        if (!violations.isEmpty()) {
            throw new Refusal(violations.toArray(Violation[]::new));
        }
    }

    /** Names are compared as people read them: neither blanks nor the width or case of letters make another person. */
    private static boolean same(String one, @Nullable String other) {
        return other != null && read(one).equals(read(other));
    }

    private static String read(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
    }
}
