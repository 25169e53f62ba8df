package io.bihuan.reporting.briefing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an issued briefing would say otherwise today: only what differs. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "BriefingDifference", description = "What an issued briefing would say otherwise: only what differs")
public record Difference(
        String number,

        @Schema(description = "The moment at which the briefing's figures are frozen")
        OffsetDateTime frozenAsOf,

        @Schema(description = "The moment that they are compared with")
        OffsetDateTime asOf,

        @Schema(description = "The parts of the district in which something differs, in code order")
        List<Item> items,

        @Schema(description = "Of all hazards together, by measure")
        Map<String, Change> total) {

    /** One part of the district. */
    @Schema(name = "BriefingDifferenceItem")
    public record Item(
            String districtCode,
            @Schema(nullable = true) @Nullable String name,

            @Schema(description = "By measure") Map<String, Change> changes) {}

    /** One figure then and now; null where there is nothing to divide. */
    @Schema(name = "BriefingChange")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Change(
            @Schema(nullable = true) @Nullable BigDecimal frozen,
            @Schema(nullable = true) @Nullable BigDecimal now,

            @Schema(description = "now − frozen; null if either is", nullable = true) @Nullable
            BigDecimal difference) {}
}
