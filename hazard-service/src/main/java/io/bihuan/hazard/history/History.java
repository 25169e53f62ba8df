package io.bihuan.hazard.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.bihuan.hazard.lifecycle.Hazard;
import io.bihuan.hazard.lifecycle.HazardEvent;
import io.bihuan.hazard.lifecycle.Occasion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Records steps. Each row carries the hash of the row before it, so that a row changed, removed or slipped in later
 * breaks its subject's chain (ADR 1).
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class History {

    private static final String HAZARDS = "hazard";
    private static final String DISTRICTS = "district";

    private final CanonicalJson json;

    History(CanonicalJson json) {
        this.json = json;
    }

    /** Records the step that a hazard has just taken. */
    public void record(Hazard hazard, HazardEvent event, Occasion occasion) {
        ObjectNode data = json.object(event)
                .put("hazardId", hazard.id().toString())
                .put("number", hazard.number())
                .put("districtCode", hazard.districtCode())
                .put("grade", hazard.grade().name())
                .put("category", hazard.category().name())
                .put("source", hazard.source().name())
                .put("status", hazard.status().name())
                .put("round", hazard.round())
                .put("dueAt", hazard.dueAt() == null ? null : hazard.dueAt().toString());
        hazard.chain(append(
                HAZARDS,
                hazard.id().toString(),
                hazard.number(),
                hazard.version(),
                event.type(),
                occasion,
                data,
                hazard.hash()));
    }

    /**
     * Records that a district now stands so on file.
     *
     * @param version 1, 2, 3… per district
     * @param previousHash of the district's last row, or an empty text
     * @return the hash of the new row
     */
    public String recordDistrict(
            String code,
            String name,
            @Nullable String parentCode,
            String level,
            int version,
            Occasion occasion,
            String previousHash) {
        ObjectNode data = json.object()
                .put("districtCode", code)
                .put("name", name)
                .put("parentCode", parentCode)
                .put("level", level);
        return append(DISTRICTS, code, code, version, "district.registered", occasion, data, previousHash);
    }

    /** Every step of a hazard, the oldest first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<HistoryRow> of(UUID hazardId) {
        return HistoryRow.of(HAZARDS, hazardId.toString());
    }

    private String append(
            String stream,
            String key,
            String subject,
            int version,
            String type,
            Occasion occasion,
            ObjectNode data,
            String previousHash) {
        data.put("version", version)
                .put("at", occasion.at().toString())
                .put("recordedAt", occasion.recordedAt().toString())
                .put("by", occasion.by());
        HistoryRow row = new HistoryRow();
        row.id = UuidCreator.getTimeOrderedEpoch(occasion.recordedAt());
        row.stream = stream;
        row.key = key;
        row.subject = subject;
        row.version = version;
        row.type = type;
        row.at = occasion.at();
        row.recordedAt = occasion.recordedAt();
        row.by = occasion.by();
        row.data = json.write(data);
        row.previousHash = previousHash;
        row.hash = Chain.hash(row);
        row.persist();
        return row.hash;
    }
}
