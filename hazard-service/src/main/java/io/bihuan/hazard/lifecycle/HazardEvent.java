package io.bihuan.hazard.lifecycle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened in one step, beyond what every event says of the hazard. The record's components are the names of the
 * fields in the published event ({@code contracts/hazard-events}).
 */
public sealed interface HazardEvent {

    /** The event's {@code ce_type}: its name in lower case, the words joined by hyphens. */
    default String type() {
        return "hazard."
                + getClass().getSimpleName().replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** 发现 */
    record Found(
            String description,
            @Nullable String siteCode,
            @Nullable String siteName,
            @Nullable String address,
            @Nullable Location location,
            @Nullable String checkItem,
            @Nullable String foundBy,
            @Nullable String witness,
            @Nullable String externalNumber,
            @Nullable String ledger,
            @Nullable String campaign,
            @Nullable UUID inspection,
            @Nullable UUID recurrenceOf,
            @Nullable Unit unit)
            implements HazardEvent {

        /** The same, known to be another hazard come again. */
        public Found recurring(UUID earlier) {
            return with(siteName, address, location, earlier, unit);
        }

        /** The same, with what it leaves out taken from the site's file. */
        public Found at(
                String name, @Nullable String itsAddress, @Nullable Location itsLocation, @Nullable Unit itsUnit) {
            return with(
                    siteName == null ? name : siteName,
                    address == null ? itsAddress : address,
                    location == null ? itsLocation : location,
                    recurrenceOf,
                    unit == null ? itsUnit : unit);
        }

        /** The same, without who found it and who stood by. */
        public Found anonymous() {
            return new Found(
                    description,
                    siteCode,
                    siteName,
                    address,
                    location,
                    checkItem,
                    null,
                    null,
                    externalNumber,
                    ledger,
                    campaign,
                    inspection,
                    recurrenceOf,
                    unit);
        }

        private Found with(
                @Nullable String newName,
                @Nullable String newAddress,
                @Nullable Location newLocation,
                @Nullable UUID earlier,
                @Nullable Unit newUnit) {
            return new Found(
                    description,
                    siteCode,
                    newName,
                    newAddress,
                    newLocation,
                    checkItem,
                    foundBy,
                    witness,
                    externalNumber,
                    ledger,
                    campaign,
                    inspection,
                    earlier,
                    newUnit);
        }
    }

    /** 交办/限期整改 */
    record Assigned(
            Unit unit,
            @Nullable Responsible responsible,
            @Nullable String measures,
            @Nullable BigDecimal funds,
            @Nullable String contingencyPlan,
            @Nullable String interimControls,
            @Nullable Integer policyVersion,
            @Nullable String noticeNumber,
            int returns)
            implements HazardEvent {}

    /** 整改完成 */
    record Rectified(String description, @Nullable String rectifiedBy, List<String> evidence) implements HazardEvent {}

    /** 复查合格: found fixed; it is closed by another person. */
    record Reinspected(String opinion, @Nullable String inspector) implements HazardEvent {}

    /** 复查不合格 */
    record Returned(
            String reason,
            @Nullable String opinionNumber,
            @Nullable Integer policyVersion,
            int returns) implements HazardEvent {}

    /** 销号; a supervision ends with it. */
    record Closed(
            String opinion,
            @Nullable String inspector,
            @Nullable String approvedBy,
            @Nullable String opinionNumber,
            @Nullable String releasedSupervision)
            implements HazardEvent {}

    /** 申请延期: the unit asks for a later deadline; nothing is extended yet. */
    record ExtensionRequested(int n, Instant until, String reason, String interimControls) implements HazardEvent {}

    /** 批准延期: the deadline is later now, the original one is kept. */
    record Extended(int n, Instant originalDueAt, @Nullable String reason) implements HazardEvent {}

    /** 不批准延期: the deadline stays. */
    record ExtensionRefused(int n, String reason) implements HazardEvent {}

    /** 重新定级 */
    record Regraded(
            Grade previousGrade, String reason, @Nullable Integer policyVersion) implements HazardEvent {}

    /** 移交/转办 */
    record Transferred(
            Unit unit,
            Responsible responsible,
            @Nullable Unit previousUnit,
            String previousDistrictCode,
            String reason,
            @Nullable String noticeNumber)
            implements HazardEvent {}

    /** 挂牌督办 */
    record Supervised(Supervision.Level level, String documentNumber) implements HazardEvent {}

    /** 合并 */
    record Merged(UUID into, String intoNumber, String reason) implements HazardEvent {}

    /** 不属实 */
    record Voided(String reason) implements HazardEvent {}

    /** 回头看返潮 */
    record Reopened(
            String reason,
            @Nullable Unit unit,
            @Nullable Responsible responsible,
            @Nullable Integer policyVersion,
            @Nullable String noticeNumber)
            implements HazardEvent {}
}
