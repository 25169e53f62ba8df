package io.bihuan.hazard.rest.trainings;

import io.bihuan.hazard.training.Audience;
import io.bihuan.hazard.training.Session;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/trainings}. */
@Schema(name = "TrainingSession", description = "A training session 培训 that was held", examples = """
                {"topic": "餐饮场所燃气安全", "heldAt": "2026-05-02T14:30:00+08:00", "districtCode": "630102",
                 "audience": "UNIT_STAFF", "people": 64, "place": "城东区某街道会议室", "trainer": "培训讲师"}""")
record TrainingRequest(
        @NotBlank @Size(max = 200) String topic,

        @NotNull @Schema(description = "When it began; not in the future")
        Instant heldAt,

        @NotBlank @Size(max = 12) @Schema(description = "A district on file")
        String districtCode,

        @NotNull Audience audience,

        @NotNull @Min(1) @Max(100_000) @Schema(description = "How many came")
        Integer people,

        @Size(max = 300) @Nullable String place,
        @Size(max = 100) @Nullable String trainer,

        @Size(max = 64) @Schema(description = "The code of a campaign on file") @Nullable
        String campaign) {

    Session session() {
        return new Session(topic, districtCode, audience, people, place, trainer, campaign);
    }
}
