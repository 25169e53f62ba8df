package io.bihuan.hazard.rest.hazards;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.bihuan.hazard.history.HistoryRow;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The history of a hazard as clients see it. */
@Schema(name = "History", description = "Every step of a hazard's life, the oldest first")
record HistoryView(List<Entry> items) {

    /** One step. */
    @Schema(name = "HistoryEntry")
    record Entry(
            @Schema(description = "Also the published event's ce_id")
            UUID id,

            int version,
            @Schema(examples = "hazard.assigned") String type,
            @Schema(description = "When it happened") Instant at,

            @Schema(description = "When the system learned of it")
            Instant recordedAt,

            @Nullable String by,

            @Schema(description = "The published event's data", implementation = Object.class) @JsonRawValue
            String data,

            String previousHash,

            @Schema(description = "SHA-256 over this entry and the hash before it")
            String hash) {}

    static HistoryView of(List<HistoryRow> rows) {
        return new HistoryView(rows.stream()
                .map(row -> new Entry(
                        row.id(),
                        row.version(),
                        row.type(),
                        row.at(),
                        row.recordedAt(),
                        row.by(),
                        row.data(),
                        row.previousHash(),
                        row.hash()))
                .toList());
    }
}
