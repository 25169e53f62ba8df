package io.bihuan.hazard.rest.relay;

import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.relay.Republications;
import io.bihuan.hazard.rest.Answer;
import io.bihuan.hazard.rest.Once;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Has the history published again. */
@Path(RepublicationResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Relay", description = "How the history gets out")
class RepublicationResource {

    static final String PATH = "/api/relay/republication";

    private final Republications republications;
    private final Once once;

    RepublicationResource(Republications republications, Once once) {
        this.republications = republications;
        this.once = once;
    }

    @POST
    @Operation(summary = "Has the history published again", description = """
                    For a consumer that is built anew when its topics no longer reach back to the beginning. Every event
                    recorded until now goes to its topic once more, byte for byte as it first did, those of one key in their
                    order; what is recorded meanwhile is published as ever and may come in between. Consumers know by its
                    version what they have seen. It runs in the background, outlives restarts, and there is one at a time.""")
    @APIResponse(
            responseCode = "202",
            description = "It is under way; Location shows how far it has come",
            content = @Content(schema = @Schema(implementation = RepublicationView.class)))
    @APIResponse(
            responseCode = "409",
            description = "One is under way already",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    public Response startRepublication(@NotNull @Valid RepublicationRequest request) {
        return once.answer(
                request,
                () -> Answer.accepted(
                        PATH, RepublicationView.of(republications.start(request.stream(), request.from()))));
    }

    @GET
    @Operation(summary = "How far the republication has come that is under way, or else the last one")
    @APIResponse(
            responseCode = "200",
            description = "The republication",
            content = @Content(schema = @Schema(implementation = RepublicationView.class)))
    @APIResponse(
            responseCode = "404",
            description = "Nobody ever asked for one",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    public RepublicationView showRepublication() {
        return republications
                .latest()
                .map(RepublicationView::of)
                .orElseThrow(() -> new NotOnRecord("republication", PATH));
    }
}
