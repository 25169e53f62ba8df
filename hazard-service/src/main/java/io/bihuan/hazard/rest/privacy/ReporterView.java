package io.bihuan.hazard.rest.privacy;

import io.bihuan.hazard.privacy.Identity;
import io.bihuan.hazard.privacy.Known;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who reported, in full. */
@Schema(name = "Reporter", description = "A citizen who reported", examples = """
                {"name": "来电人", "phone": "13900000000", "erasedAt": null}""")
record ReporterView(
        @Nullable String name,

        @Schema(description = "E.164, or the mainland's 11 digits") @Nullable
        String phone,

        @Schema(description = "When name and phone were erased because their time was over") @Nullable
        Instant erasedAt) {

    static @Nullable ReporterView of(@Nullable Known known) {
        if (known == null) {
            return null;
        }
        Identity identity = known.identity();
        return identity == null
                ? new ReporterView(null, null, known.erasedAt())
                : new ReporterView(identity.name(), identity.phone(), null);
    }
}
