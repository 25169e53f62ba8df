package io.bihuan.hazard.rest.hazards;

import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.escalation.Escalation;
import io.bihuan.hazard.escalation.Escalations;
import io.bihuan.hazard.escalation.Told;
import io.bihuan.hazard.lifecycle.Hazards;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How far an overdue hazard was escalated, and who was told. */
@Path("/api/hazards/{id}/escalations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Hazards 隐患")
class EscalationsResource {

    private final Hazards hazards;
    private final Escalations escalations;

    EscalationsResource(Hazards hazards, Escalations escalations) {
        this.hazards = hazards;
        this.escalations = escalations;
    }

    /** The steps that a hazard reached. */
    @Schema(name = "EscalationList")
    record EscalationList(List<Entry> items) {

        /** One step. */
        @Schema(name = "EscalationEntry", examples = """
                        {"step": "INTERVIEW", "level": 2, "document": "约谈通知书", "round": 1,
                         "dueAt": "2026-05-10T16:00:00Z", "ladderVersion": 1, "at": "2026-05-13T00:30:00Z",
                         "recordedAt": "2026-05-13T00:30:02Z", "told": [{"role": "SUPERVISOR", "name": "专班联系人"}]}""")
        record Entry(
                @Schema(description = "REMIND 督促提醒, INTERVIEW 约谈, CIRCULAR 通报, LISTED 挂牌督办, or a city's own")
                String step,

                @Schema(description = "How high it stands on the ladder, from 1")
                int level,

                @Schema(description = "The document that goes with it") @Nullable
                String document,

                @Schema(description = "The hazard's round: 1, and one more for each look-back that reopened it")
                int round,

                @Schema(description = "The deadline that was missed")
                Instant dueAt,

                @Schema(description = "Of the grade's ladder by which it was planned")
                int ladderVersion,

                @Schema(description = "When it was reached") Instant at,

                @Schema(description = "When notification-service recorded it")
                Instant recordedAt,

                @Schema(description = "Who was to be told; empty if nobody was on file")
                List<Told> told) {

            private static Entry of(Escalation reached) {
                return new Entry(
                        reached.step(),
                        reached.level(),
                        reached.document(),
                        reached.round(),
                        reached.dueAt(),
                        reached.ladderVersion(),
                        reached.at(),
                        reached.recordedAt(),
                        reached.told());
            }
        }
    }

    @GET
    @Operation(
            summary = "Every step of the escalation ladder that a hazard reached 升级, the oldest first",
            description = "Of all its rounds and deadlines, each step once, with who was to be told. Facts of"
                    + " notification-service: whom a message reached is answered there.")
    public EscalationList listEscalations(UUID id) {
        if (hazards.findByIdOptional(id).isEmpty()) {
            throw new NotOnRecord("hazard", id);
        }
        return new EscalationList(
                escalations.of(id).stream().map(EscalationList.Entry::of).toList());
    }
}
