package io.bihuan.hazard.inspection;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.Refusal.Violation;
import io.bihuan.hazard.inspection.Check.Result;
import io.bihuan.hazard.lifecycle.Hazards;
import io.bihuan.hazard.lifecycle.Status;
import io.bihuan.hazard.registers.CheckItems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an inspection must say before it is taken on record: who signed, and that nothing that failed is forgotten. */
@ApplicationScoped
class Demands {

    private final CheckItems checkItems;
    private final Hazards hazards;

    Demands(CheckItems checkItems, Hazards hazards) {
        this.checkItems = checkItems;
        this.hazards = hazards;
    }

    /**
     * @throws Refusal which names all that is wrong
     */
    void verify(Visit visit, Instant inspectedAt) {
        List<Violation> violations = new ArrayList<>();
        signatures(visit, inspectedAt, violations);
        Map<String, Result> results = checklist(visit, violations);
        hazards(visit, results, violations);
        if (!violations.isEmpty()) {
            throw new Refusal(violations.toArray(Violation[]::new));
        }
    }

    private static void signatures(Visit visit, Instant inspectedAt, List<Violation> violations) {
        Signatures signed = visit.signatures();
        if (!visit.inspectors().contains(signed.inspector().name())) {
            violations.add(new Violation("signatures.inspector.name", "inspection.signedByOther"));
        }
        if ((signed.unit() == null) == (signed.refusedReason() == null)) {
            violations.add(new Violation("signatures.unit", "inspection.signedOrRefused"));
        }
        if (signed.inspector().signedAt().isBefore(inspectedAt)) {
            violations.add(new Violation("signatures.inspector.signedAt", "inspection.signedBefore", inspectedAt));
        }
        if (signed.unit() != null && signed.unit().signedAt().isBefore(inspectedAt)) {
            violations.add(new Violation("signatures.unit.signedAt", "inspection.signedBefore", inspectedAt));
        }
    }

    private Map<String, Result> checklist(Visit visit, List<Violation> violations) {
        Map<String, Result> results = new HashMap<>();
        for (int i = 0; i < visit.checklist().size(); i++) {
            Check check = visit.checklist().get(i);
            String field = "checklist[" + i + "]";
            if (checkItems.find(check.item()).isEmpty()) {
                violations.add(new Violation(field + ".item", "inspection.itemUnknown", check.item()));
            } else if (results.put(check.item(), check.result()) != null) {
                violations.add(new Violation(field + ".item", "inspection.itemTwice", check.item()));
            }
            if (check.openHazard() != null && !isOpen(check.openHazard(), visit.site(), check.item())) {
                violations.add(new Violation(field + ".openHazard", "inspection.notOpen", check.openHazard()));
            }
            if (check.result() == Result.FAIL && check.openHazard() == null && !reports(visit, check.item())) {
                violations.add(new Violation(field, "inspection.failedWithoutHazard", check.item()));
            }
        }
        return results;
    }

    private static void hazards(Visit visit, Map<String, Result> results, List<Violation> violations) {
        for (int i = 0; i < visit.hazards().size(); i++) {
            String item = visit.hazards().get(i).checkItem();
            if (item != null && results.getOrDefault(item, Result.FAIL) != Result.FAIL) {
                violations.add(new Violation("hazards[" + i + "].checkItem", "inspection.itemDidNotFail", item));
            }
        }
    }

    private static boolean reports(Visit visit, String item) {
        return visit.hazards().stream().anyMatch(hazard -> item.equals(hazard.checkItem()));
    }

    private boolean isOpen(String number, String site, String item) {
        return hazards.count(
                        "number = ?1 and siteCode = ?2 and checkItem = ?3 and status in ?4",
                        number,
                        site,
                        item,
                        Status.OPEN)
                > 0;
    }
}
