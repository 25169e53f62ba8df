package io.bihuan.hazard.rest.trainings;

import io.bihuan.hazard.training.Audience;
import io.bihuan.hazard.training.Session;
import io.bihuan.hazard.training.Training;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A training session as clients see it. */
@Schema(name = "Training", description = "A training session 培训 on record", examples = """
                {"id": "0199f3a0-5b7c-7d11-9a3e-4f60a1c2d3e4", "topic": "餐饮场所燃气安全", "heldAt": "2026-05-02T06:30:00Z",
                 "districtCode": "630102", "audience": "UNIT_STAFF", "people": 64, "place": "城东区某街道会议室",
                 "trainer": "培训讲师", "campaign": null, "voided": null, "version": 1}""")
record TrainingView(
        UUID id,
        String topic,
        Instant heldAt,
        String districtCode,
        Audience audience,
        int people,
        @Nullable String place,
        @Nullable String trainer,
        @Nullable String campaign,

        @Schema(description = "Since when and why it does not count; null if it does") @Nullable
        Voiding voided,

        int version) {

    /** Since when and why a session does not count. */
    @Schema(name = "Voided")
    record Voiding(Instant at, String reason) {}

    static TrainingView of(Training training) {
        Session session = training.session();
        Instant voidedAt = training.voidedAt();
        String reason = training.voidReason();
        return new TrainingView(
                training.id(),
                session.topic(),
                training.heldAt(),
                session.districtCode(),
                session.audience(),
                session.people(),
                session.place(),
                session.trainer(),
                session.campaign(),
                voidedAt == null || reason == null ? null : new Voiding(voidedAt, reason),
                training.version());
    }
}
