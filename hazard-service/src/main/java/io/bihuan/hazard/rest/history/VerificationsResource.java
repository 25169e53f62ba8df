package io.bihuan.hazard.rest.history;

import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.proof.Verification;
import io.bihuan.hazard.proof.Verifications;
import io.bihuan.hazard.rest.Answer;
import io.bihuan.hazard.rest.Messages;
import io.bihuan.hazard.rest.Once;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Has the history verified. */
@Path(VerificationsResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "History 历史", description = "Proof that the history is what was recorded")
class VerificationsResource {

    static final String PATH = "/api/history/verifications";

    private final Verifications verifications;
    private final Once once;
    private final Messages messages;

    VerificationsResource(Verifications verifications, Once once, Messages messages) {
        this.verifications = verifications;
        this.once = once;
        this.messages = messages;
    }

    @POST
    @Operation(summary = "Has the whole history verified", description = """
                    Recomputes every hash, follows every chain from its first step to where its subject stands, and holds all days
                    against their seals, and the seals against those that were kept elsewhere. It runs in the background on one
                    replica, outlives restarts by beginning anew, disturbs nobody's work, and there is one at a time. What is recorded
                    meanwhile is no finding.""")
    @APIResponse(
            responseCode = "202",
            description = "It is under way; Location shows how far it has come and what it found",
            content = @Content(schema = @Schema(implementation = VerificationView.class)))
    @APIResponse(
            responseCode = "409",
            description = "One is under way already",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    public Response startVerification(@NotNull @Valid VerificationRequest request) {
        return once.answer(request, () -> {
            Verification started = verifications.start(request.keptElsewhere());
            return Answer.accepted(PATH + "/" + started.id(), VerificationView.of(started, messages));
        });
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Operation(summary = "How far a verification has come, and what it found")
    public VerificationView showVerification(
            @PathParam("id") @Parameter(description = "Its number: 1, 2, 3…") long id) {
        return verifications
                .find(id)
                .map(found -> VerificationView.of(found, messages))
                .orElseThrow(() -> new NotOnRecord("verification", id));
    }
}
