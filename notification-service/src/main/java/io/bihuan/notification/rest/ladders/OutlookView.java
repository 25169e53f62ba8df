package io.bihuan.notification.rest.ladders;

import io.bihuan.notification.deadline.Outlook;
import io.bihuan.notification.deadline.ReminderState;
import io.bihuan.notification.deadline.Status;
import io.bihuan.notification.delivery.Notice;
import io.bihuan.notification.ladder.Kind;
import io.bihuan.notification.ladder.Role;
import io.bihuan.notification.rest.Discretion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a hazard's deadline will bring, as clients see it. */
@Schema(
        name = "LadderPreview",
        description = "Each step of a hazard's present deadline: what was told, and what will be if nothing happens",
        examples = """
                {"hazardId": "0199f3a0-5b7c-7d11-9a3e-4f60a1c2d3e4", "number": "630102-2026-000017", "status": "ASSIGNED",
                 "round": 1, "dueAt": "2026-05-10T16:00:00Z", "reason": null,
                 "steps": [{"step": "INTERVIEW", "kind": "ESCALATION", "level": 2, "ladderVersion": 1,
                            "remindAt": "2026-05-13T00:30:00Z", "sendAt": "2026-05-13T00:30:00Z", "state": "PENDING",
                            "template": "interview", "document": "约谈通知书",
                            "told": [{"role": "SUPERVISOR", "at": "630102", "name": "专班联络员", "phone": "13900000001",
                                      "language": "zh",
                                      "text": "【闭环】约谈：城东区某餐馆的较大隐患 630102-2026-000017 已于 2026年5月10日 到期，逾期 3 天未整改，请约谈责任单位并下达约谈通知书。"}]}]}""")
record OutlookView(
        UUID hazardId,

        @Schema(description = "For people") String number,

        @Schema(description = "Of the hazard; only an ASSIGNED one is reminded of")
        Status status,

        @Schema(description = "1, and one more each time the hazard is reopened")
        int round,

        @Schema(description = "The present deadline; null while none is set", nullable = true) @Nullable
        Instant dueAt,

        @Schema(description = "Why there are no steps; null if there are some", nullable = true) @Nullable
        String reason,

        @Schema(description = "In the order in which they fall due")
        List<Step> steps) {

    /** One step. */
    @Schema(name = "LadderPreviewStep")
    record Step(
            String step,

            @Schema(description = "REMINDER before the deadline, ESCALATION after it")
            Kind kind,

            int level,

            @Schema(description = "The version of the ladder that planned it")
            int ladderVersion,

            @Schema(description = "When it is due") Instant remindAt,

            @Schema(
                    description =
                            "When people are written to, after quiet hours; null if nobody will be: it was sent or cancelled, or"
                                    + " a later step is due by then, or it would help nobody any more",
                    nullable = true)
            @Nullable
            Instant sendAt,

            @Schema(
                    description =
                            "PENDING waits for remindAt; SENT became a message; CANCELLED is no longer called for;"
                                    + " SUPERSEDED gave way to a later step, or lay in the past when the hazard was imported")
            ReminderState state,

            @Schema(description = "The name of the text's template")
            String template,

            @Schema(description = "The document that goes with the step", nullable = true) @Nullable
            String document,

            @Schema(
                    description =
                            "Of a step that was SENT: who was told, and what. Of one that will be: by who holds the posts, and"
                                    + " what the templates say now")
            List<Told> told) {

        static Step of(Outlook.Step step, Discretion discretion) {
            return new Step(
                    step.rung().step(),
                    step.kind(),
                    step.rung().level(),
                    step.ladderVersion(),
                    step.remindAt(),
                    step.sendAt(),
                    step.state(),
                    step.rung().template(),
                    step.rung().document(),
                    step.notices().stream()
                            .map(notice -> Told.of(notice, discretion))
                            .toList());
        }
    }

    /** One person. */
    @Schema(name = "LadderPreviewTold")
    record Told(
            @Schema(description = "The post for whose sake the person is told")
            Role role,

            @Schema(description = "The unit or the district of that post")
            String at,

            @Schema(description = "null if nobody is on file", nullable = true) @Nullable
            String name,

            @Schema(
                    description =
                            "E.164 or the mainland 11 digits; null if nobody is on file. Inspectors and units see how it begins"
                                    + " and ends, of a unit's own people all of it",
                    nullable = true)
            @Nullable
            String phone,

            @Schema(
                    description = "Of the text",
                    enumeration = {"zh", "en"})
            String language,

            @Schema(description = "The message; with more than three for one person they become one digest")
            String text) {

        static Told of(Notice notice, Discretion discretion) {
            return new Told(
                    notice.role(),
                    notice.place(),
                    notice.recipient(),
                    discretion.phone(notice.phone(), notice.role().ofUnit(), notice.place()),
                    notice.language().getLanguage(),
                    notice.text());
        }
    }

    static OutlookView of(Outlook outlook, @Nullable String reason, Discretion discretion) {
        return new OutlookView(
                outlook.hazardId(),
                outlook.number(),
                outlook.status(),
                outlook.round(),
                outlook.dueAt(),
                reason,
                outlook.steps().stream().map(step -> Step.of(step, discretion)).toList());
    }
}
