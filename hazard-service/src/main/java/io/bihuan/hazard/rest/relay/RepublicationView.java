package io.bihuan.hazard.rest.relay;

import io.bihuan.hazard.relay.Republication;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A republication as operators see it. */
@Schema(
        name = "Republication",
        description = "A part of the history that is published once more, and how far that has come",
        examples = """
                {"state": "RUNNING", "stream": "hazard", "from": null, "total": 1250000, "published": 380500,
                 "failure": null, "askedAt": "2026-05-03T02:00:00Z", "endedAt": null}""")
record RepublicationView(
        @Schema(description = "FAILING: it does not go on for now, and is tried again every second")
        Republication.State state,

        @Schema(description = "The only stream that is published again; null for all") @Nullable
        String stream,

        @Schema(description = "Only what was recorded from then on; null for everything") @Nullable
        Instant from,

        @Schema(description = "How many events there are to publish; null until they are counted") @Nullable
        Long total,

        @Schema(description = "How many the broker has; one that it will never take is parked and counts too")
        long published,

        @Schema(description = "Why it does not go on, while it is FAILING") @Nullable
        String failure,

        Instant askedAt,
        @Nullable Instant endedAt) {

    static RepublicationView of(Republication republication) {
        return new RepublicationView(
                republication.state(),
                republication.stream(),
                republication.since(),
                republication.total(),
                republication.published(),
                republication.failure(),
                republication.askedAt(),
                republication.endedAt());
    }
}
