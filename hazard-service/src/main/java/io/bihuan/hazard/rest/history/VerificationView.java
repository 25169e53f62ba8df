package io.bihuan.hazard.rest.history;

import io.bihuan.hazard.proof.Finding;
import io.bihuan.hazard.proof.Verification;
import io.bihuan.hazard.rest.Messages;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A verification as operators see it. */
@Schema(name = "Verification", description = "A verification of the whole history, and what it found", examples = """
                {"id": 7, "state": "DONE", "rows": 1250000, "seals": 731, "unsealed": 312, "wrong": 1,
                 "findings": [{"kind": "ROW_CHANGED", "stream": "hazard", "key": "0199f3a0-5b7c-7d11-9a3e-4f60a1c2d3e4",
                               "number": "630102-2026-0000001", "version": 3, "seq": 40211, "day": null,
                               "message": "hazard 630102-2026-0000001, step 3 (row 40211): what the row says does not give its hash"}],
                 "remarks": [], "failure": null, "askedAt": "2026-05-03T02:00:00Z", "endedAt": "2026-05-03T02:00:21Z"}""")
record VerificationView(
        long id,

        @Schema(description = "DONE: it was carried through; whether anything is wrong is what wrong says")
        Verification.State state,

        @Schema(description = "How many rows were read so far")
        long rows,

        @Schema(description = "How many seals were checked; 0 until it is done")
        long seals,

        @Schema(
                description =
                        "How many rows are of days without a seal yet: only their chains and heads vouch for them")
        long unsealed,

        @Schema(description = "How many findings there are; 0 if the history is what was recorded")
        long wrong,

        @Schema(description = "What is wrong: the first thousand")
        List<FindingView> findings,

        @Schema(description = "What is worth knowing and does no harm")
        List<FindingView> remarks,

        @Schema(description = "Why it could not be carried through, if it is FAILED") @Nullable
        String failure,

        Instant askedAt,
        @Nullable Instant endedAt) {

    /** One thing that was found, and where. */
    @Schema(
            name = "VerificationFinding",
            description = "What was found, and where: a row, a subject and its chain, or the seal of a day")
    record FindingView(
            Finding.Kind kind,

            @Schema(description = "The kind of subject: hazard, district, unit, site…") @Nullable
            String stream,

            @Schema(description = "The subject's id or code") @Nullable
            String key,

            @Schema(description = "The subject as people call it: a hazard by its number") @Nullable
            String number,

            @Schema(description = "The step") @Nullable Integer version,

            @Schema(description = "The row's number in the table history") @Nullable
            Long seq,

            @Schema(description = "The day of the seal") @Nullable
            LocalDate day,

            @Schema(description = "All of this in words") String message) {

        static FindingView of(Finding finding, Messages messages) {
            List<Object> arguments = new ArrayList<>();
            arguments.add(said(finding.stream()));
            arguments.add(said(finding.number()));
            arguments.add(said(finding.version()));
            arguments.add(said(finding.seq()));
            arguments.add(said(finding.day()));
            arguments.addAll(finding.details());
            return new FindingView(
                    finding.kind(),
                    finding.stream(),
                    finding.key(),
                    finding.number(),
                    finding.version(),
                    finding.seq(),
                    finding.day(),
                    messages.text("finding." + finding.kind(), arguments.toArray()));
        }

        private static Object said(@Nullable Object argument) {
            return Objects.requireNonNullElse(argument, "");
        }
    }

    static VerificationView of(Verification verification, Messages messages) {
        return new VerificationView(
                verification.id(),
                verification.state(),
                verification.rows(),
                verification.seals(),
                verification.unsealed(),
                verification.wrong(),
                views(verification, true, messages),
                views(verification, false, messages),
                verification.failure(),
                verification.askedAt(),
                verification.endedAt());
    }

    private static List<FindingView> views(Verification verification, boolean wrong, Messages messages) {
        return verification.findings().stream()
                .filter(finding -> finding.kind().isWrong() == wrong)
                .map(finding -> FindingView.of(finding, messages))
                .toList();
    }
}
