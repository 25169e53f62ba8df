package io.bihuan.hazard.lifecycle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What happened in one step, beyond what every event says of the hazard. The record's components are the names of the
 * fields in the published event ({@code contracts/hazard-events}).
 */
public sealed interface HazardEvent {

    /** The event's {@code ce_type}. */
    default String type() {
        return "hazard." + getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** 发现 */
    record Found(
            String description,
            @Nullable String siteName,
            @Nullable String address,
            @Nullable Location location,
            @Nullable String checkItem,
            @Nullable String foundBy,
            @Nullable String witness,
            @Nullable String externalNumber,
            @Nullable String ledger,
            @Nullable String campaign,
            @Nullable Unit unit)
            implements HazardEvent {}

    /** 交办/限期整改 */
    record Assigned(
            Unit unit,
            @Nullable Responsible responsible,
            @Nullable String measures,
            @Nullable BigDecimal funds,
            @Nullable String contingencyPlan,
            @Nullable String interimControls,
            @Nullable Integer policyVersion,
            int returns)
            implements HazardEvent {}

    /** 整改完成 */
    record Rectified(String description, @Nullable String rectifiedBy, List<String> evidence) implements HazardEvent {}

    /** 复查不合格 */
    record Returned(String reason, @Nullable Integer policyVersion, int returns) implements HazardEvent {}

    /** 销号 */
    record Closed(String opinion, @Nullable String inspector) implements HazardEvent {}
}
