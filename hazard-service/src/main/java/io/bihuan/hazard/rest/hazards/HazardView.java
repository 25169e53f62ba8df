package io.bihuan.hazard.rest.hazards;

import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Grade;
import io.bihuan.hazard.lifecycle.Hazard;
import io.bihuan.hazard.lifecycle.Location;
import io.bihuan.hazard.lifecycle.Responsible;
import io.bihuan.hazard.lifecycle.Source;
import io.bihuan.hazard.lifecycle.Status;
import io.bihuan.hazard.lifecycle.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A hazard as clients see it. */
@Schema(name = "Hazard", description = "A hazard 隐患 as it now stands")
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
        @Nullable String siteName,
        @Nullable String address,
        @Nullable Location location,
        @Nullable String checkItem,
        @Nullable String foundBy,
        @Nullable String witness,
        @Nullable String externalNumber,
        @Nullable String ledger,
        @Nullable String campaign,
        @Nullable Unit unit,
        @Nullable Responsible responsible,
        @Nullable String measures,
        @Schema(description = "CNY") @Nullable BigDecimal funds,
        @Nullable String contingencyPlan,
        @Nullable String interimControls,

        @Schema(description = "What is rectified at or before this instant is on time") @Nullable
        Instant dueAt,

        @Schema(description = "The deadline policy that dated it; null where the deadline was given") @Nullable
        Integer policyVersion,

        @Schema(description = "Not reported rectified, and later than dueAt")
        boolean overdue,

        @Schema(description = "1, and one more for each look-back that reopens it")
        int round,

        @Schema(description = "How often a re-inspection sent it back")
        int returns,

        Instant foundAt,
        @Nullable Instant assignedAt,
        @Nullable Instant rectifiedAt,
        @Nullable String rectification,
        @Nullable String rectifiedBy,
        @Nullable Instant closedAt,
        @Nullable String opinion,
        @Schema(description = "Who re-inspected") @Nullable String inspector,

        @Schema(description = "How many steps were taken; also the ETag")
        int version) {

    static HazardView of(Hazard hazard, Instant now) {
        return new HazardView(
                hazard.id(),
                hazard.number(),
                hazard.status(),
                hazard.status().nextActions(),
                hazard.grade(),
                hazard.category(),
                hazard.source(),
                hazard.districtCode(),
                hazard.description(),
                hazard.siteName(),
                hazard.address(),
                hazard.location(),
                hazard.checkItem(),
                hazard.foundBy(),
                hazard.witness(),
                hazard.externalNumber(),
                hazard.ledger(),
                hazard.campaign(),
                hazard.unit(),
                hazard.responsible(),
                hazard.measures(),
                hazard.funds(),
                hazard.contingencyPlan(),
                hazard.interimControls(),
                hazard.dueAt(),
                hazard.policyVersion(),
                hazard.overdue(now),
                hazard.round(),
                hazard.returns(),
                hazard.foundAt(),
                hazard.assignedAt(),
                hazard.rectifiedAt(),
                hazard.rectification(),
                hazard.rectifiedBy(),
                hazard.closedAt(),
                hazard.opinion(),
                hazard.closedBy(),
                hazard.version());
    }
}
