package io.bihuan.notification.deadline;

import io.bihuan.notification.Refusal;
import io.bihuan.notification.Refusal.Violation;
import io.bihuan.notification.ladder.Kind;
import io.bihuan.notification.ladder.Rung;
import io.bihuan.notification.texts.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What makes a ladder: steps that follow one another in time, from the reminders up to the highest escalation. */
final class LadderRules {

    static final int MOST_RUNGS = 20;

    /** A year before or after the due day. */
    static final int FURTHEST = 366;

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");
    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_DOCUMENT = 40;

    private final Set<String> templates;
    private final Set<String> steps = new HashSet<>();
    private final List<Violation> violations = new ArrayList<>();
    private @Nullable Rung below;

    private LadderRules(Set<String> templates) {
        this.templates = templates;
    }

    /**
     * @param templates the names of those on file
     * @throws Refusal with everything that is wrong
     */
    static void check(List<Rung> rungs, Set<String> templates) {
        var rules = new LadderRules(templates);
        if (rungs.isEmpty() || rungs.size() > MOST_RUNGS) {
            throw new Refusal("rungs", "ladder-size", MOST_RUNGS);
        }
        for (int i = 0; i < rungs.size(); i++) {
            rules.check("rungs[%d].".formatted(i), rungs.get(i));
        }
        if (!rules.violations.isEmpty()) {
            throw new Refusal(rules.violations);
        }
    }

    private void check(String field, Rung rung) {
        if (!CODE.matcher(rung.step()).matches() || rung.step().length() > LONGEST_CODE) {
            violations.add(new Violation(field + "step", "ladder-code", LONGEST_CODE));
        } else if (!steps.add(rung.step())) {
            violations.add(new Violation(field + "step", "ladder-twice", rung.step()));
        }
        checkOrder(field, rung);
        if (rung.roles().isEmpty()) {
            violations.add(new Violation(field + "roles", "required"));
        } else if (new HashSet<>(rung.roles()).size() < rung.roles().size()) {
            violations.add(new Violation(field + "roles", "ladder-role-twice"));
        }
        if (!templates.contains(rung.template()) || Subject.of(rung.template()) != Subject.HAZARD) {
            violations.add(new Violation(field + "template", "ladder-template", rung.template(), known()));
        }
        var document = rung.document();
        if (document != null && (document.isBlank() || document.length() > LONGEST_DOCUMENT)) {
            violations.add(new Violation(field + "document", "ladder-document", LONGEST_DOCUMENT));
        }
        below = rung;
    }

    private void checkOrder(String field, Rung rung) {
        int highest = below == null ? 0 : below.level();
        if (rung.level() != highest + 1 && !(rung.level() == 0 && highest == 0)) {
            violations.add(new Violation(field + "level", "ladder-level", highest == 0 ? "0, 1" : highest + 1));
        }
        if (Math.abs(rung.days()) > FURTHEST) {
            violations.add(new Violation(field + "days", "ladder-days", FURTHEST));
        } else if (rung.kind() == Kind.REMINDER && rung.days() > 0) {
            violations.add(new Violation(field + "days", "ladder-reminder-late"));
        } else if (rung.kind() == Kind.ESCALATION && rung.days() < 1) {
            violations.add(new Violation(field + "days", "ladder-escalation-early"));
        } else if (below != null && !follows(rung, below)) {
            violations.add(new Violation(field + "days", "ladder-order"));
        }
    }

    private static boolean follows(Rung rung, Rung other) {
        return rung.days() > other.days()
                || rung.days() == other.days() && rung.at().isAfter(other.at());
    }

    private String known() {
        return String.join(
                ", ",
                templates.stream()
                        .filter(name -> Subject.of(name) == Subject.HAZARD)
                        .sorted()
                        .toList());
    }
}
