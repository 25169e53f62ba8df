package io.bihuan.hazard.rest.hazards;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The history of a hazard as clients see it. */
@Schema(name = "History", description = "Every step of a hazard's life, the oldest first")
record HistoryView(List<Entry> items) {

    /** One step. */
    @Schema(name = "HistoryEntry", examples = """
                    {"id": "0199f3a0-7e21-7c4b-8f00-2b6d9c0e1a52", "version": 2, "type": "hazard.assigned",
                     "at": "2026-05-03T02:30:00Z", "recordedAt": "2026-05-03T02:30:00Z",
                     "data": {"hazardId": "0199f3a0-5b7c-7d11-9a3e-4f60a1c2d3e4", "version": 2,
                              "districtCode": "630102", "grade": "SERIOUS", "category": "COMMERCIAL_USE",
                              "status": "ASSIGNED", "dueAt": "2026-05-10T16:00:00Z"},
                     "previousHash": "9c56cc51b374c3ba189210d5b6d4bf57790d351c96c47c02190ecf1e430635ab",
                     "hash": "3b7c0c2f4f5a1d0a5b1e6f3a9d8c7b6e5f4a3d2c1b0a99887766554433221100"}""")
    record Entry(
            @Schema(description = "Also the published event's ce_id")
            UUID id,

            int version,
            @Schema(examples = "hazard.assigned") String type,
            @Schema(description = "When it happened") Instant at,

            @Schema(description = "When the system learned of it")
            Instant recordedAt,

            @Nullable String by,

            @Schema(
                    description = "The published event's data; phones are masked for whoever does not need them",
                    type = SchemaType.OBJECT,
                    additionalProperties = Schema.True.class)
            @JsonRawValue
            String data,

            String previousHash,

            @Schema(description = "SHA-256 over this entry and the hash before it")
            String hash) {}
}
