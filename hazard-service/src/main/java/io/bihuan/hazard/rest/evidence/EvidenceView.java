package io.bihuan.hazard.rest.evidence;

import io.bihuan.hazard.evidence.Exhibit;
import io.bihuan.hazard.lifecycle.Location;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A piece of evidence as clients see it. */
@Schema(name = "Evidence", description = "A photo or paper 佐证材料 of a hazard", examples = """
                {"id": "0199f3a0-5b7c-7d11-9a3e-4f60a1c2d3e4", "hazardId": "0199f3a0-1111-7d11-9a3e-4f60a1c2d3e4",
                 "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                 "contentType": "image/jpeg", "size": 2483117, "fileName": "后厨报警器.jpg", "caption": "整改后",
                 "takenAt": "2026-05-02T01:20:11Z", "location": {"lat": 36.617134, "lon": 101.798221},
                 "uploadedAt": "2026-05-03T02:00:00Z"}""")
record EvidenceView(
        @Schema(description = "What a rectification names as its proof")
        UUID id,

        UUID hazardId,
        @Schema(description = "Of the original bytes") String sha256,

        @Schema(
                description = "By its content, whatever was declared",
                examples = {"image/jpeg", "image/png", "application/pdf"})
        String contentType,

        @Schema(description = "In bytes") long size,
        String fileName,
        @Nullable String caption,

        @Schema(description = "When the photo says it was taken") @Nullable
        Instant takenAt,

        @Schema(description = "Where the photo says it was taken") @Nullable
        Location location,

        @Schema(description = "When it was handed in") Instant uploadedAt) {

    static EvidenceView of(Exhibit exhibit) {
        return new EvidenceView(
                exhibit.id(),
                exhibit.hazardId(),
                exhibit.sha256(),
                exhibit.format().mediaType(),
                exhibit.size(),
                exhibit.fileName(),
                exhibit.caption(),
                exhibit.takenAt(),
                exhibit.location(),
                exhibit.uploadedAt());
    }
}
