package io.bihuan.hazard.rest.history;

import io.bihuan.hazard.proof.Seal;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A seal as clients see it, and hand it in again. */
@Schema(name = "Seal", description = "What the history was when a local day was over", examples = """
                {"day": "2026-05-03", "after": 120344, "through": 121027, "rows": 681,
                 "rowsHash": "9c56cc51b374c3ba189210d5b6d4bf57790d351c96c47c02190ecf1e430635ab",
                 "sealedAt": "2026-05-03T16:05:12.41Z",
                 "previousHash": "0d1c9f0e6e3a1f0d9f4b6c9b2a7d5e8c1b3f4a6d7e8f90123456789abcdef012",
                 "hash": "3b7c0c2f4f5a1d0a5b1e6f3a9d8c7b6e5f4a3d2c1b0a99887766554433221100"}""")
record SealView(
        @NotNull LocalDate day,

        @Schema(description = "The number of the last row before those that it takes in")
        long after,

        @Schema(description = "The number of the last row that it takes in")
        long through,

        @Schema(description = "How many rows it takes in; numbers are left out where a step failed")
        long rows,

        @Schema(description = "SHA-256 over the hashes of these rows in their order, each followed by a line feed")
        @NotNull
        String rowsHash,

        @NotNull Instant sealedAt,

        @Schema(description = "The hash of the seal of the day before; empty in the first") @NotNull
        String previousHash,

        @Schema(
                description =
                        "SHA-256 over day, after, through, rows, rowsHash, sealedAt and previousHash, each followed"
                                + " by a line feed")
        @NotNull
        @Pattern(regexp = "[0-9a-f]{64}", message = "{sealHash}")
        String hash) {

    static SealView of(Seal seal) {
        return new SealView(
                seal.day(),
                seal.after(),
                seal.through(),
                seal.rows(),
                seal.rowsHash(),
                seal.sealedAt(),
                seal.previousHash(),
                seal.hash());
    }
}
