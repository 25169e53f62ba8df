package io.bihuan.hazard.rest.history;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/history/verifications}. */
@Schema(
        name = "VerificationRequest",
        description = "What to verify the history against beside itself; {} for nothing",
        examples = """
                {"seals": [{"day": "2026-05-03", "after": 120344, "through": 121027, "rows": 681,
                            "rowsHash": "9c56cc51b374c3ba189210d5b6d4bf57790d351c96c47c02190ecf1e430635ab",
                            "sealedAt": "2026-05-03T16:05:12.41Z",
                            "previousHash": "0d1c9f0e6e3a1f0d9f4b6c9b2a7d5e8c1b3f4a6d7e8f90123456789abcdef012",
                            "hash": "3b7c0c2f4f5a1d0a5b1e6f3a9d8c7b6e5f4a3d2c1b0a99887766554433221100"}]}""")
record VerificationRequest(
        @Schema(description = "Seals that were kept elsewhere, as GET /api/history/seals gave them")
        @Nullable
        @Size(max = 40_000)
        List<@NotNull @Valid SealView> seals) {

    Map<LocalDate, String> keptElsewhere() {
        Map<LocalDate, String> kept = new TreeMap<>();
        if (seals != null) {
            seals.forEach(seal -> kept.put(seal.day(), seal.hash()));
        }
        return kept;
    }
}
