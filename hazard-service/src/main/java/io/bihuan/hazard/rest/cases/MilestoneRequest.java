package io.bihuan.hazard.rest.cases;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/cases/{id}/milestones/{name}}. */
@Schema(name = "CaseMilestoneReached", description = "That a milestone was reached", examples = """
                {"at": "2026-05-03T10:21:00+08:00", "note": "已到现场，关闭楼道阀门"}""")
record MilestoneRequest(
        @Schema(description = "When, if earlier than now; not before the case was received") @Nullable
        Instant at,

        @Size(max = 2000) @Nullable String note) {}
