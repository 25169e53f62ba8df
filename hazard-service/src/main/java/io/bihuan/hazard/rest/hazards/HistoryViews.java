package io.bihuan.hazard.rest.hazards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bihuan.hazard.history.HistoryRow;
import io.bihuan.hazard.lifecycle.Hazard;
import io.bihuan.hazard.privacy.Mask;
import io.bihuan.hazard.rest.Discretion;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows a hazard's history: the very text that was hashed and published, but for phones, which not everybody needs, and for
 * citizens who reported, whom steps still name that were recorded before they were kept apart (ADR 25).
 */
@ApplicationScoped
class HistoryViews {

    private final Discretion discretion;
    private final ObjectMapper mapper;

    HistoryViews(Discretion discretion, ObjectMapper mapper) {
        this.discretion = discretion;
        this.mapper = mapper;
    }

    HistoryView of(Hazard hazard, List<HistoryRow> rows) {
        String finder = hazard.source().isCitizens()
                ? read(rows.get(0).data()).path("foundBy").textValue()
                : null;
        return new HistoryView(rows.stream()
                .map(row -> new HistoryView.Entry(
                        row.id(),
                        row.version(),
                        row.type(),
                        row.at(),
                        row.recordedAt(),
                        row.by() != null && row.by().equals(finder) ? null : row.by(),
                        told(row.data(), finder, hazard.source().isCitizens()),
                        row.previousHash(),
                        row.hash()))
                .toList());
    }

    private String told(String recorded, @Nullable String finder, boolean reported) {
        ObjectNode data = read(recorded);
        ObjectNode told = data.deepCopy();
        if (reported) {
            List.of("foundBy", "witness").forEach(name -> blank(told, name));
        }
        if (finder != null && finder.equals(told.path("by").textValue())) {
            blank(told, "by");
        }
        if (!discretion.mayCall() && told.get("responsible") instanceof ObjectNode responsible) {
            responsible.put("phone", Mask.phone(responsible.path("phone").textValue()));
        }
        return told.equals(data) ? recorded : told.toString();
    }

    private static void blank(ObjectNode step, String name) {
        if (step.has(name)) {
            step.putNull(name);
        }
    }

    private ObjectNode read(String data) {
        try {
            return mapper.readValue(data, ObjectNode.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the history holds JSON", e);
        }
    }
}
