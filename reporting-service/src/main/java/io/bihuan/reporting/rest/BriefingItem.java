package io.bihuan.reporting.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bihuan.reporting.briefing.Briefing;
import io.bihuan.reporting.briefing.Kind;
import io.bihuan.reporting.briefing.Language;
import io.bihuan.reporting.briefing.State;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A briefing as it stands in a list. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "BriefingListItem", description = "A briefing as it stands in a list, without its words and figures")
record BriefingItem(
        UUID id,

        @Schema(description = "null of a draft, which its id names", nullable = true) @Nullable
        String number,

        State state,
        Kind kind,
        Language language,
        String districtCode,
        String period,

        @Schema(description = "Of the draft's text; the ETag of the draft")
        int version,

        OffsetDateTime draftedAt,
        @Schema(nullable = true) @Nullable OffsetDateTime asOf,
        @Schema(nullable = true) @Nullable OffsetDateTime issuedAt) {

    static BriefingItem of(Briefing briefing, ZoneId zone) {
        return new BriefingItem(
                briefing.id(),
                briefing.number() == null ? null : briefing.number().toString(),
                briefing.state(),
                briefing.subject().kind(),
                briefing.subject().language(),
                briefing.subject().district(),
                briefing.subject().period().name(),
                briefing.version(),
                briefing.draftedAt().atZone(zone).toOffsetDateTime(),
                local(briefing.asOf(), zone),
                local(briefing.issuedAt(), zone));
    }

    private static @Nullable OffsetDateTime local(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
    }
}
