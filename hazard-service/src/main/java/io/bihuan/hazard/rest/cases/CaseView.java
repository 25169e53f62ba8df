package io.bihuan.hazard.rest.cases;

import io.bihuan.hazard.casework.Case;
import io.bihuan.hazard.casework.CaseCategory;
import io.bihuan.hazard.casework.CaseKind;
import io.bihuan.hazard.casework.CaseSource;
import io.bihuan.hazard.casework.CaseStatus;
import io.bihuan.hazard.casework.Mark;
import io.bihuan.hazard.casework.Milestone;
import io.bihuan.hazard.casework.Outcome;
import io.bihuan.hazard.casework.Proposal;
import io.bihuan.hazard.casework.Receipt;
import io.bihuan.hazard.lifecycle.Location;
import io.bihuan.hazard.privacy.Identity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A case as clients see it. */
@Schema(name = "Case", description = "A case 工单 as it now stands", examples = """
                {"id": "0199f3a0-8d21-7e05-b1c4-2a3b4c5d6e7f", "number": "C630102-2026-000017", "status": "ASSIGNED",
                 "nextActions": ["assignment", "milestones/FEEDBACK", "milestones/WRITTEN_PLAN", "closing"],
                 "kind": "LEAK", "category": "GAS_SAFETY", "lifeThreatening": true, "source": "HOTLINE_12345",
                 "externalNumber": "20260503000123", "districtCode": "630102", "description": "楼道内有浓烈燃气味",
                 "address": "城东区某小区 3 号楼", "caller": {"name": "来**", "phone": "139****0000"},
                 "receivedAt": "2026-05-03T01:58:00Z",
                 "proposal": {"to": {"unitCode": null, "department": "区燃气抢修队"}, "rulesVersion": 2, "rule": 0},
                 "assignee": {"unitCode": null, "department": "区燃气抢修队"},
                 "milestones": [{"name": "CONTACT", "dueAt": "2026-05-03T02:08:00Z", "reachedAt": "2026-05-03T02:01:00Z",
                                 "inTime": true, "overdue": false, "note": null},
                                {"name": "ON_SITE", "dueAt": "2026-05-03T02:28:00Z", "reachedAt": "2026-05-03T02:21:00Z",
                                 "inTime": true, "overdue": false, "note": "已到现场，关闭楼道阀门"},
                                {"name": "FEEDBACK", "dueAt": "2026-05-03T03:58:00Z", "reachedAt": null,
                                 "inTime": true, "overdue": false, "note": null}],
                 "hazard": {"id": "0199f3a0-5b7c-7d11-9a3e-4f60a1c2d3e4", "number": "630102-2026-000017"},
                 "outcome": null, "closingReason": null, "closedAt": null, "version": 5}""")
record CaseView(
        UUID id,

        @Schema(description = "The number that people use", examples = "C630102-2026-000017")
        String number,

        CaseStatus status,

        @Schema(description = "What may be done now, as the calls' last parts")
        List<String> nextActions,

        CaseKind kind,
        CaseCategory category,
        boolean lifeThreatening,
        CaseSource source,
        @Nullable String externalNumber,
        String districtCode,
        String description,
        @Nullable String address,
        @Nullable Location location,

        @Schema(description = "Masked; null for whoever may not know citizens, and once it is erased") @Nullable
        CallerView caller,

        Instant receivedAt,

        @Schema(description = "Who is to handle it by rule; null if no rule applies") @Nullable
        Routed proposal,

        @Nullable AssigneeRequest assignee,
        List<MilestoneView> milestones,
        @Nullable OpenedHazard hazard,
        @Nullable Outcome outcome,
        @Nullable String closingReason,
        @Nullable Instant closedAt,

        @Schema(description = "How many steps were taken; also the ETag")
        int version) {

    /** Who called, masked. */
    @Schema(name = "CaseCaller", description = "Who called, masked; GET /api/cases/{id}/caller shows it in full")
    record CallerView(@Nullable String name, @Nullable String phone) {

        private static @Nullable CallerView of(@Nullable Identity caller) {
            return caller == null ? null : new CallerView(caller.name(), caller.phone());
        }
    }

    /** Who is to handle a case, and why. */
    @Schema(name = "CaseProposal", description = "Who is to handle it, and the rule that says so")
    record Routed(
            AssigneeRequest to,
            int rulesVersion,

            @Schema(description = "The rule's place in that version, from 0")
            int rule) {

        static @Nullable Routed of(@Nullable Proposal proposal) {
            return proposal == null
                    ? null
                    : new Routed(AssigneeRequest.of(proposal.to()), proposal.rulesVersion(), proposal.rule());
        }
    }

    /** How far a case is with one milestone. */
    @Schema(name = "CaseMilestone")
    record MilestoneView(
            Milestone name,
            Instant dueAt,
            @Nullable Instant reachedAt,

            @Schema(description = "Reached by dueAt, or not reached and dueAt is still to come")
            boolean inTime,

            @Schema(description = "Not reached, nothing stands in for it, and later than dueAt")
            boolean overdue,

            @Nullable String note) {}

    /** The hazard that a case has opened. */
    @Schema(name = "CaseHazard")
    record OpenedHazard(UUID id, String number) {}

    /** @param caller masked, for who may know citizens */
    static CaseView of(Case subject, @Nullable Identity caller, Instant now) {
        Receipt receipt = subject.receipt();
        UUID hazard = subject.hazardId();
        String hazardNumber = subject.hazardNumber();
        return new CaseView(
                subject.id(),
                subject.number(),
                subject.status(),
                subject.nextActions(),
                receipt.kind(),
                receipt.category(),
                receipt.lifeThreatening(),
                receipt.source(),
                receipt.externalNumber(),
                receipt.districtCode(),
                receipt.description(),
                receipt.address(),
                receipt.location(),
                CallerView.of(caller),
                subject.receivedAt(),
                Routed.of(subject.proposal()),
                subject.assignee() == null ? null : AssigneeRequest.of(subject.assignee()),
                subject.marks().entrySet().stream()
                        .map(each -> milestone(each.getKey(), each.getValue(), now))
                        .toList(),
                hazard == null || hazardNumber == null ? null : new OpenedHazard(hazard, hazardNumber),
                subject.outcome(),
                subject.closingReason(),
                subject.closedAt(),
                subject.version());
    }

    private static MilestoneView milestone(Milestone name, Mark mark, Instant now) {
        return new MilestoneView(
                name, mark.dueAt(), mark.reachedAt(), mark.inTime(now), mark.overdue(now), mark.note());
    }
}
