package io.bihuan.hazard.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.bihuan.hazard.lifecycle.Hazard;
import io.bihuan.hazard.lifecycle.HazardEvent;
import io.bihuan.hazard.lifecycle.Occasion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Records steps. Each row carries the hash of the row before it, so that a row changed, removed or slipped in later
 * breaks its subject's chain (ADR 1).
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class History {

    private static final String HAZARDS = "hazard";

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
                new Subject(HAZARDS, hazard.id().toString(), hazard.number(), hazard.version(), hazard.hash()),
                event.type(),
                data,
                occasion));
    }

    /**
     * Records what happened to something else that has a history: a district, a site, an inspection.
     *
     * @param type the event's {@code ce_type}
     * @param event a record whose components are the fields of the published event
     * @return the hash of the new row, which the subject keeps as the head of its chain
     */
    public String record(Subject subject, String type, Record event, Occasion occasion) {
        return append(subject, type, json.object(event), occasion);
    }

    /** Every step of a hazard, the oldest first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<HistoryRow> of(UUID hazardId) {
        return HistoryRow.of(HAZARDS, hazardId.toString());
    }

    /** Every step of something else that has a history, the oldest first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<HistoryRow> of(String stream, String key) {
        return HistoryRow.of(stream, key);
    }

    /** Every step of each of these hazards, the oldest first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<UUID, List<HistoryRow>> of(Collection<UUID> hazardIds) {
        return HistoryRow.of(HAZARDS, hazardIds.stream().map(UUID::toString).toList()).stream()
                .collect(Collectors.groupingBy(row -> UUID.fromString(row.key), HashMap::new, Collectors.toList()));
    }

    private String append(Subject subject, String type, ObjectNode data, Occasion occasion) {
        data.put("version", subject.version())
                .put("at", occasion.at().toString())
                .put("recordedAt", occasion.recordedAt().toString())
                .put("by", occasion.by());
        if (occasion.recordedBy() != null) {
            data.put("recordedBy", occasion.recordedBy()).put("onBehalf", occasion.onBehalf());
        }
        HistoryRow row = new HistoryRow();
        row.id = UuidCreator.getTimeOrderedEpoch(occasion.recordedAt());
        row.stream = subject.stream();
        row.key = subject.key();
        row.subject = subject.number();
        row.version = subject.version();
        row.type = type;
        row.at = occasion.at();
        row.recordedAt = occasion.recordedAt();
        row.by = occasion.by();
        row.data = json.write(data);
        row.previousHash = subject.previousHash();
        row.hash =
                Chain.hash(row.previousHash, row.id.toString(), row.stream, row.key, row.subject, row.type, row.data);
        row.persist();
        return row.hash;
    }
}
