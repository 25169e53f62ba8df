package io.bihuan.hazard.rest.hazards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bihuan.hazard.history.HistoryRow;
import io.bihuan.hazard.lifecycle.Grade;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the history tells of a hazard's present deadline.
 *
 * @param grade by which it was dated; the hazard's own may be another since
 * @param regradedAt when a new grade dated it; null if it was dated by an assignment, a return or a look-back
 * @param extensions asked for since it was first set, in their order
 */
record DeadlineStory(Grade grade, @Nullable Instant regradedAt, List<Extension> extensions) {

    static DeadlineStory of(Grade grade, List<HistoryRow> history, ObjectMapper mapper) {
        Grade dating = grade;
        Instant regradedAt = null;
        String dueAt = "";
        Map<Integer, Extension> extensions = new TreeMap<>();
        for (HistoryRow row : history) {
            JsonNode data = data(row, mapper);
            int n = data.path("n").asInt();
            String due = data.path("dueAt").asText();
            switch (row.type()) {
                case "hazard.assigned", "hazard.returned", "hazard.reopened" -> {
                    dating = grade(data);
                    regradedAt = null;
                    extensions.clear();
                }
                case "hazard.regraded" -> {
                    if (!due.equals(dueAt)) {
                        dating = grade(data);
                        regradedAt = row.at();
                    }
                }
                case "hazard.extension-requested" -> extensions.put(n, requested(n, row.at(), data));
                case "hazard.extended" -> decide(extensions, n, Extension.State.APPROVED, row.at(), data);
                case "hazard.extension-refused" -> decide(extensions, n, Extension.State.REFUSED, row.at(), data);
                default -> {
                    // No other step sets or moves a deadline.
                }
            }
            dueAt = due;
        }
        return new DeadlineStory(dating, regradedAt, List.copyOf(extensions.values()));
    }

    private static Grade grade(JsonNode data) {
        return Grade.valueOf(data.path("grade").asText());
    }

    private static Extension requested(int n, Instant at, JsonNode data) {
        return Extension.requested(
                n,
                Instant.parse(data.path("until").asText()),
                at,
                data.path("reason").asText());
    }

    private static void decide(
            Map<Integer, Extension> extensions, int n, Extension.State state, Instant at, JsonNode data) {
        String why = data.hasNonNull("reason") ? data.path("reason").asText() : null;
        extensions.computeIfPresent(n, (number, asked) -> asked.decided(state, at, why));
    }

    private static JsonNode data(HistoryRow row, ObjectMapper mapper) {
        try {
            return mapper.readTree(row.data());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the history holds JSON that cannot be read", e);
        }
    }
}
