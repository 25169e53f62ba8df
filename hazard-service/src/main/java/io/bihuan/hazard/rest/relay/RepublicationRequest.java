package io.bihuan.hazard.rest.relay;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/relay/republication}. */
@Schema(
        name = "RepublicationRequest",
        description = "What of the history to publish again; {} for all of it",
        examples = """
                {"stream": "hazard", "from": "2026-01-01T00:00:00+08:00"}""")
record RepublicationRequest(
        @Size(min = 1, max = 64)
        @Schema(description = "Only what goes to this stream's topic <stream>.events: hazard, district, unit, site…")
        @Nullable
        String stream,

        @Schema(description = "Only what was recorded at this moment or later") @Nullable
        Instant from) {}
