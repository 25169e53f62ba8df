package io.bihuan.hazard.rest.privacy;

import io.bihuan.hazard.privacy.Author;
import io.bihuan.hazard.privacy.Personal;
import io.bihuan.hazard.privacy.Retention;
import io.bihuan.hazard.privacy.Retention.Due;
import io.bihuan.hazard.privacy.RetentionRun;
import io.bihuan.hazard.rest.Answer;
import io.bihuan.hazard.rest.Discretion;
import io.bihuan.hazard.rest.Once;
import io.bihuan.hazard.rest.Times;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Erases personal data whose time is over. */
@Path("/api/retention")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Personal data 个人信息")
class RetentionResource {

    private final Retention retention;
    private final Discretion discretion;
    private final Times times;
    private final Once once;

    RetentionResource(Retention retention, Discretion discretion, Times times, Once once) {
        this.retention = retention;
        this.discretion = discretion;
        this.times = times;
        this.once = once;
    }

    /** What a run would erase. */
    @Schema(name = "RetentionPreview", description = "What a run would erase now", examples = """
                    {"at": "2026-05-03T02:00:00Z", "items": [
                      {"kind": "CALLERS", "before": "2024-05-03T02:00:00Z", "count": 12, "oldest": "2024-04-02T08:10:00Z"},
                      {"kind": "REPORTERS", "before": "2024-05-03T02:00:00Z", "count": 3, "oldest": "2024-04-20T01:00:00Z"},
                      {"kind": "IMPORTS", "before": "2026-02-02T02:00:00Z", "count": 0, "oldest": null}]}""")
    record Preview(Instant at, List<DueView> items) {}

    /** What a run would erase of one kind. */
    @Schema(name = "RetentionDue")
    record DueView(
            @Schema(description = KINDS) Personal kind,

            @Schema(description = "Whatever was over before this moment")
            Instant before,

            @Schema(description = "How many people, or files")
            long count,

            @Schema(description = "When the oldest of it was over; null if there is none") @Nullable
            Instant oldest) {

        static DueView of(Due due) {
            return new DueView(due.kind(), due.before(), due.count(), due.oldest());
        }
    }

    /** A run on record. */
    @Schema(name = "RetentionRun", description = "That personal data were erased", examples = """
                    {"id": "0199f3a0-9e21-7c4b-8f00-2b6d9c0e1a52", "at": "2026-05-03T02:00:00Z", "by": "管理员",
                     "bySubject": "admin", "items": [
                       {"kind": "CALLERS", "before": "2024-05-03T02:00:00Z", "erased": 12},
                       {"kind": "IMPORTS", "before": "2026-02-02T02:00:00Z", "erased": 0},
                       {"kind": "REPORTERS", "before": "2024-05-03T02:00:00Z", "erased": 3}]}""")
    record RunView(
            UUID id,
            Instant at,

            @Schema(description = "Who asked for it; null if it was the night's run") @Nullable
            String by,

            @Schema(description = "The token's subject") @Nullable
            String bySubject,

            List<ErasureView> items) {

        static RunView of(RetentionRun run) {
            Author by = run.by();
            return new RunView(
                    run.id(),
                    run.at(),
                    by == null ? null : by.name(),
                    by == null ? null : by.subject(),
                    run.erasures().stream()
                            .map(each -> new ErasureView(each.kind(), each.before(), each.erased()))
                            .toList());
        }
    }

    /** What was erased of one kind. */
    @Schema(name = "RetentionErasure")
    record ErasureView(
            @Schema(description = KINDS) Personal kind,

            @Schema(description = "Whatever was over before this moment")
            Instant before,

            @Schema(description = "How many people, or files")
            long erased) {}

    /** The runs on record. */
    @Schema(name = "RetentionRunList")
    record RunList(List<RunView> items) {}

    private static final String KINDS =
            "CALLERS of closed cases, REPORTERS of hazards whose life ended, IMPORTS: files of"
                    + " imports that ended, with what was wrong with their rows";

    @GET
    @Path("preview")
    @Operation(summary = "What a run would erase now", description = "A dry run: it changes nothing.")
    public Preview previewRetention() {
        return new Preview(
                times.now(), retention.preview().stream().map(DueView::of).toList());
    }

    @POST
    @Path("runs")
    @Operation(
            summary = "Erases personal data whose time is over",
            description =
                    "For good. What was reported stays, and so does the record of who looked at whom. Every night does"
                            + " the same by itself.")
    @APIResponseSchema(RunView.class)
    public Response runRetention() {
        return once.answer("", () -> Answer.ok(RunView.of(retention.run(discretion.author()))));
    }

    @GET
    @Path("runs")
    @Operation(summary = "The runs on record, the latest first", description = "The last hundred.")
    public RunList listRetentionRuns() {
        return new RunList(retention.runs().stream().map(RunView::of).toList());
    }
}
