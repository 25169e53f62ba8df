package io.bihuan.hazard.deadline;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.Refusal.Violation;
import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Grade;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The lines of a policy, complete: whatever a hazard's grade and category, exactly one line dates it. */
public final class PolicyLines {

    private record Key(Grade grade, @Nullable Category category) {}

    private final List<PolicyLine> inOrder;
    private final Map<Key, PolicyLine> byKey = new HashMap<>();

    /** @throws Refusal that names each grade without a line for all its categories, and each line that is there twice */
    public PolicyLines(Collection<PolicyLine> lines) {
        List<Violation> violations = new ArrayList<>();
        for (PolicyLine line : lines) {
            if (byKey.put(new Key(line.grade(), line.category()), line) != null) {
                violations.add(
                        line.category() == null
                                ? new Violation("lines", "policy.gradeTwice", line.grade())
                                : new Violation("lines", "policy.lineTwice", line.grade(), line.category()));
            }
        }
        for (Grade grade : Grade.values()) {
            if (!byKey.containsKey(new Key(grade, null))) {
                violations.add(new Violation("lines", "policy.gradeMissing", grade));
            }
        }
        if (!violations.isEmpty()) {
            throw new Refusal(violations.toArray(Violation[]::new));
        }
        inOrder = lines.stream().sorted(PolicyLine.ORDER).toList();
    }

    /** The line that dates a hazard: the one for its category if there is one, else the one for its grade. */
    public PolicyLine line(Grade grade, Category category) {
        PolicyLine own = byKey.get(new Key(grade, category));
        return own != null ? own : Objects.requireNonNull(byKey.get(new Key(grade, null)));
    }

    /** The worst grade first, each grade's general line before those of its categories. */
    public List<PolicyLine> inOrder() {
        return inOrder;
    }
}
