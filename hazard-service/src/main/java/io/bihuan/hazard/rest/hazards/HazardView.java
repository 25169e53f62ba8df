package io.bihuan.hazard.rest.hazards;

import io.bihuan.hazard.escalation.Escalation;
import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.ExtensionRequest;
import io.bihuan.hazard.lifecycle.Grade;
import io.bihuan.hazard.lifecycle.Hazard;
import io.bihuan.hazard.lifecycle.Location;
import io.bihuan.hazard.lifecycle.Reinspection;
import io.bihuan.hazard.lifecycle.Responsible;
import io.bihuan.hazard.lifecycle.Source;
import io.bihuan.hazard.lifecycle.Status;
import io.bihuan.hazard.lifecycle.Step;
import io.bihuan.hazard.lifecycle.Supervision;
import io.bihuan.hazard.lifecycle.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A hazard as clients see it. */
@Schema(name = "Hazard", description = "A hazard 隐患 as it now stands", examples = """
                {"id": "0199f3a0-5b7c-7d11-9a3e-4f60a1c2d3e4", "number": "630102-2026-000017", "status": "ASSIGNED",
                 "nextActions": ["rectification", "regrading", "extension-requests", "transfer", "supervision", "merger"],
                 "grade": "SERIOUS", "category": "COMMERCIAL_USE", "source": "INSPECTION", "districtCode": "630102",
                 "description": "后厨未安装可燃气体报警器", "siteName": "城东区某餐馆", "checkItem": "CU-01",
                 "foundBy": "检查人员甲", "unit": {"name": "城东区某餐馆"},
                 "responsible": {"name": "餐馆负责人", "phone": "13900000000"},
                 "measures": "安装可燃气体报警器并与紧急切断阀联动", "funds": 3200.00,
                 "contingencyPlan": "停用燃气，改用电炊具", "dueAt": "2026-05-10T16:00:00Z", "overdue": false,
                 "round": 1, "returns": 0, "noticeNumber": "630102限改〔2026〕17号",
                 "foundAt": "2026-05-03T02:00:00Z", "assignedAt": "2026-05-03T02:30:00Z", "version": 2}""")
record HazardView(
        UUID id,

        @Schema(description = "The number that people use", examples = "630102-2026-000017")
        String number,

        Status status,

        @Schema(description = "The steps that may be taken now, as the calls' names")
        List<String> nextActions,

        Grade grade,
        Category category,
        Source source,
        String districtCode,
        String description,

        @Schema(description = "The code of the site on file") @Nullable
        String site,

        @Nullable String siteName,
        @Nullable String address,

        @Nullable Location location,

        @Nullable String checkItem,

        @Schema(description = "Null where citizens reported it, like the witness") @Nullable
        String foundBy,

        @Nullable String witness,
        @Nullable String externalNumber,
        @Nullable String ledger,
        @Nullable String campaign,

        @Schema(description = "Id of the inspection that found it") @Nullable
        UUID inspection,

        @Schema(description = "Id of the hazard of the same site and check item that was closed in the year before")
        @Nullable
        UUID recurrenceOf,

        @Schema(implementation = UnitRequest.class) @Nullable
        Unit unit,

        @Schema(description = "The phone is masked for whoever does not need it") @Nullable
        Responsible responsible,

        @Nullable String measures,
        @Schema(description = "CNY") @Nullable BigDecimal funds,
        @Nullable String contingencyPlan,
        @Nullable String interimControls,

        @Schema(description = "What is rectified at or before this instant is on time") @Nullable
        Instant dueAt,

        @Schema(description = "The deadline before it was extended") @Nullable
        Instant originalDueAt,

        @Schema(description = "The request for an extension that waits for its decision") @Nullable
        ExtensionRequest extensionRequest,

        @Schema(description = "The deadline policy that dated it; null where the deadline was given") @Nullable
        Integer policyVersion,

        @Schema(description = "Not reported rectified, and later than dueAt")
        boolean overdue,

        @Schema(description = "1, and one more for each look-back that reopens it")
        int round,

        @Schema(description = "How often a re-inspection sent it back")
        int returns,

        @Schema(description = "Of the latest rectification notice 限期整改通知书") @Nullable
        String noticeNumber,

        @Nullable SupervisionView supervision,

        @Schema(
                description =
                        "The highest step of the escalation ladder reached in this round and of this deadline; null"
                                + " if none. A fact of notification-service, which arrives moments after it")
        @Nullable
        EscalationView escalation,

        Instant foundAt,
        @Nullable Instant assignedAt,
        @Nullable Instant rectifiedAt,
        @Nullable String rectification,
        @Nullable String rectifiedBy,

        @Schema(description = "The re-inspection that found it fixed, where it was recorded before the closing")
        @Nullable
        ReinspectionView reinspection,

        @Nullable Instant closedAt,
        @Nullable String opinion,
        @Schema(description = "Who re-inspected") @Nullable String inspector,

        @Schema(description = "The second person who approved the closing") @Nullable
        String approvedBy,

        @Schema(description = "Id of the hazard that it duplicates") @Nullable
        UUID mergedInto,

        @Schema(description = "Why it was merged, or is none") @Nullable
        String dismissedBecause,

        @Schema(description = "How many steps were taken; also the ETag")
        int version) {

    /** A re-inspection 复查 that found it fixed. */
    @Schema(name = "HazardReinspection")
    record ReinspectionView(
            String opinion,

            @Schema(description = "Who re-inspected") @Nullable
            String by) {

        static @Nullable ReinspectionView of(@Nullable Reinspection reinspection) {
            return reinspection == null ? null : new ReinspectionView(reinspection.opinion(), reinspection.by());
        }
    }

    /** A supervision 挂牌督办, in force or released. */
    @Schema(name = "Supervision")
    record SupervisionView(
            Supervision.Level level,
            String documentNumber,
            Instant since,

            @Schema(description = "When it was closed") @Nullable
            Instant releasedAt) {

        static @Nullable SupervisionView of(Hazard hazard) {
            Supervision supervision = hazard.supervision();
            return supervision == null
                    ? null
                    : new SupervisionView(
                            supervision.level(), supervision.documentNumber(), supervision.since(), hazard.closedAt());
        }
    }

    /** A step of the escalation ladder that the hazard reached. */
    @Schema(name = "Escalation")
    record EscalationView(
            @Schema(
                    description = "REMIND 督促提醒, INTERVIEW 约谈, CIRCULAR 通报, LISTED 挂牌督办, or a city's own",
                    examples = "INTERVIEW")
            String step,

            @Schema(description = "How high it stands on the ladder, from 1", examples = "2")
            int level,

            @Schema(description = "When it was reached") Instant at,

            @Schema(description = "The deadline that was missed")
            Instant dueAt) {

        static @Nullable EscalationView of(@Nullable Escalation escalation) {
            return escalation == null
                    ? null
                    : new EscalationView(escalation.step(), escalation.level(), escalation.at(), escalation.dueAt());
        }
    }

    /** Whether it stands otherwise than its last step left it. */
    boolean changedByItself() {
        return overdue || escalation != null;
    }

    static HazardView of(
            Hazard hazard, @Nullable Responsible responsible, @Nullable Escalation escalation, Instant now) {
        return new HazardView(
                hazard.id(),
                hazard.number(),
                hazard.status(),
                hazard.nextSteps(now).stream().map(Step::action).toList(),
                hazard.grade(),
                hazard.category(),
                hazard.source(),
                hazard.districtCode(),
                hazard.description(),
                hazard.siteCode(),
                hazard.siteName(),
                hazard.address(),
                hazard.location(),
                hazard.checkItem(),
                hazard.foundBy(),
                hazard.witness(),
                hazard.externalNumber(),
                hazard.ledger(),
                hazard.campaign(),
                hazard.inspection(),
                hazard.recurrenceOf(),
                hazard.unit(),
                responsible,
                hazard.measures(),
                hazard.funds(),
                hazard.contingencyPlan(),
                hazard.interimControls(),
                hazard.dueAt(),
                hazard.originalDueAt(),
                hazard.extensionRequest(),
                hazard.policyVersion(),
                hazard.overdue(now),
                hazard.round(),
                hazard.returns(),
                hazard.noticeNumber(),
                SupervisionView.of(hazard),
                EscalationView.of(escalation),
                hazard.foundAt(),
                hazard.assignedAt(),
                hazard.rectifiedAt(),
                hazard.rectification(),
                hazard.rectifiedBy(),
                ReinspectionView.of(hazard.reinspection()),
                hazard.closedAt(),
                hazard.opinion(),
                hazard.closedBy(),
                hazard.approvedBy(),
                hazard.mergedInto(),
                hazard.dismissedBecause(),
                hazard.version());
    }
}
