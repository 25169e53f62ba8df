package io.bihuan.hazard.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.Refusal.Violation;
import io.bihuan.hazard.handling.Assignment;
import io.bihuan.hazard.handling.Finding;
import io.bihuan.hazard.history.HistoryRow;
import io.bihuan.hazard.lifecycle.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Holds a past life against the history on record. What both tell of must be the same: an imported ledger adds to the
 * record and never changes it.
 */
final class Comparison {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final String FOUND = "found";

    /** What a row that names a site on file need not tell. */
    private static final List<String> FROM_THE_SITES_FILE = List.of("siteName", "address", "location", "unit");

    private final List<Violation> differences = new ArrayList<>();

    private Comparison() {}

    /**
     * The steps of the life that are not on record yet. A told step is on record if one of its kind was taken at its time;
     * what else was taken here, before, between or after, a ledger need not know. From the first that is not on record all
     * are new if nothing that a ledger could tell follows here, or if they lie after everything here and may follow it.
     *
     * @throws Refusal naming every field in which the two differ
     */
    static List<PastStep> unrecorded(PastLife life, List<HistoryRow> recorded) {
        Comparison comparison = new Comparison();
        comparison.compare(FOUND, life.foundAt(), told(life.finding()), recorded.get(0));
        int next = 1;
        for (int i = 0; i < life.steps().size(); i++) {
            PastStep step = life.steps().get(i);
            int match = first(
                    recorded, next, row -> isOf(row, step.deed()) && row.at().equals(step.at()));
            if (match < 0) {
                match = first(
                        recorded, next, row -> Arrays.stream(Deed.values()).anyMatch(deed -> isOf(row, deed)));
                if (match < 0 || mayFollow(step, recorded.get(recorded.size() - 1))) {
                    comparison.refuse();
                    return life.steps().subList(i, life.steps().size());
                }
            }
            comparison.compare(step.deed().word(), step.at(), told(step), recorded.get(match));
            next = match + 1;
        }
        comparison.refuse();
        return List.of();
    }

    private static int first(List<HistoryRow> recorded, int from, Predicate<HistoryRow> wanted) {
        for (int i = from; i < recorded.size(); i++) {
            if (wanted.test(recorded.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isOf(HistoryRow row, Deed deed) {
        return row.type().equals("hazard." + deed.word());
    }

    private static boolean mayFollow(PastStep step, HistoryRow last) {
        Status status = Status.valueOf(read(last.data()).path("status").asText());
        return !step.at().isBefore(last.at()) && step.deed().mayFollow(status);
    }

    private void refuse() {
        if (!differences.isEmpty()) {
            throw new Refusal(differences.toArray(Violation[]::new));
        }
    }

    private void compare(String word, Instant at, ObjectNode told, HistoryRow recorded) {
        if (!recorded.type().equals("hazard." + word)) {
            differences.add(new Violation(word, "import.otherStep", recorded.type(), recorded.at()));
            return;
        }
        boolean found = word.equals(FOUND);
        if (!at.equals(recorded.at())) {
            differ(found ? "foundAt" : word + ".at", recorded.at(), at);
        }
        compare(found ? "" : word + ".", read(recorded.data()), told);
    }

    private void compare(String path, @Nullable JsonNode recorded, JsonNode told) {
        told.properties().forEach(field -> {
            String name = path + field.getKey();
            JsonNode theirs = field.getValue();
            JsonNode ours = recorded == null ? null : recorded.get(field.getKey());
            if (theirs.isObject()) {
                compare(name + ".", ours, theirs);
            } else if (!text(theirs).equals(text(ours))) {
                differ(name, text(ours), text(theirs));
            }
        });
    }

    private void differ(String field, Object recorded, Object told) {
        differences.add(new Violation(field, "import.differs", recorded, told));
    }

    private static String text(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return "";
        }
        if (node.isNumber()) {
            return node.decimalValue().stripTrailingZeros().toPlainString();
        }
        return node.isValueNode() ? node.asText() : node.toString();
    }

    private static ObjectNode told(Finding finding) {
        ObjectNode found = JSON.valueToTree(finding.found());
        // A ledger tells of no inspection or recurrence; ours are no contradiction.
        found.remove(List.of("inspection", "recurrenceOf"));
        if (finding.found().siteCode() == null) {
            found.remove("siteCode");
        } else {
            FROM_THE_SITES_FILE.stream()
                    .filter(field -> found.path(field).isNull())
                    .toList()
                    .forEach(found::remove);
        }
        if (finding.source().isCitizens()) {
            found.remove(List.of("foundBy", "witness")); // not on record
        }
        return found.put("districtCode", finding.districtCode())
                .put("grade", finding.grade().name())
                .put("category", finding.category().name())
                .put("source", finding.source().name());
    }

    private static ObjectNode told(PastStep step) {
        ObjectNode told = JSON.createObjectNode();
        if (step instanceof PastStep.Assigned assigned) {
            Assignment assignment = assigned.assignment();
            told.put("measures", assignment.measures())
                    .put("funds", assignment.funds())
                    .put("contingencyPlan", assignment.contingencyPlan())
                    .put("interimControls", assignment.interimControls());
            told.set("unit", JSON.valueToTree(assignment.unit()));
            told.set("responsible", JSON.valueToTree(assignment.responsible()));
        } else if (step instanceof PastStep.Rectified rectified) {
            told.put("description", rectified.description()).put("rectifiedBy", rectified.rectifiedBy());
        } else if (step instanceof PastStep.Returned returned) {
            told.put("reason", returned.reason());
        } else if (step instanceof PastStep.Closed closed) {
            told.put("opinion", closed.opinion())
                    .put("inspector", closed.inspector())
                    .put("approvedBy", closed.approvedBy());
        }
        return step.dueAt() == null ? told : told.put("dueAt", step.dueAt().toString());
    }

    private static JsonNode read(String data) {
        try {
            return JSON.readTree(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the history's own JSON", e);
        }
    }
}
