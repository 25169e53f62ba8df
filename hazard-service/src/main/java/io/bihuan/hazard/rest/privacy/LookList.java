package io.bihuan.hazard.rest.privacy;

import io.bihuan.hazard.privacy.Look;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who looked at who reported. */
@Schema(name = "LookList")
record LookList(List<Entry> items) {

    /** One look. */
    @Schema(name = "Look", description = "That somebody looked at who reported", examples = """
                    {"at": "2026-05-03T02:05:00Z", "by": "受理员甲", "bySubject": "intake", "why": "回拨核实地址"}""")
    record Entry(
            Instant at,

            @Schema(description = "The name that the token gave")
            String by,

            @Schema(description = "Tells the person from all others: the token's subject")
            String bySubject,

            @Schema(description = "As the person gave it") @Nullable
            String why) {}

    static LookList of(List<Look> looks) {
        return new LookList(looks.stream()
                .map(look -> new Entry(look.at(), look.by().name(), look.by().subject(), look.why()))
                .toList());
    }
}
