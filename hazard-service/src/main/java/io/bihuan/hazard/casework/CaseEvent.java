package io.bihuan.hazard.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a case. The records' components are the fields of the published events
 * ({@code contracts/case-events}); none of them says who called, what they said or where they live.
 */
sealed interface CaseEvent {

    /** The event's {@code ce_type}. */
    String type();

    /** 受理 */
    record Received(
            UUID caseId,
            String number,
            String districtCode,
            CaseStatus status,
            CaseKind kind,
            CaseCategory category,
            boolean lifeThreatening,
            CaseSource source,
            @Nullable String externalNumber,
            List<Due> milestones,
            @Nullable Proposal proposal)
            implements CaseEvent {

        /** When a milestone is due. */
        record Due(Milestone milestone, Instant dueAt) {}

        @Override
        public String type() {
            return "case.received";
        }
    }

    /** 派单 */
    record Assigned(
            UUID caseId,
            String number,
            String districtCode,
            CaseStatus status,
            Assignee to,
            boolean asProposed,
            @Nullable String reason)
            implements CaseEvent {

        @Override
        public String type() {
            return "case.assigned";
        }
    }

    /** 到达节点 */
    record MilestoneReached(
            UUID caseId,
            String number,
            String districtCode,
            CaseStatus status,
            Milestone milestone,
            Instant dueAt,
            Instant reachedAt,
            boolean inTime)
            implements CaseEvent {

        @Override
        public String type() {
            return "case.milestone-reached";
        }
    }

    /** 转隐患 */
    record HazardOpened(
            UUID caseId, String number, String districtCode, CaseStatus status, UUID hazardId, String hazardNumber)
            implements CaseEvent {

        @Override
        public String type() {
            return "case.hazard-opened";
        }
    }

    /** 办结 */
    record Closed(UUID caseId, String number, String districtCode, CaseStatus status, Outcome outcome)
            implements CaseEvent {

        @Override
        public String type() {
            return "case.closed";
        }
    }
}
