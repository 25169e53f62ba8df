package io.bihuan.hazard.rest.evidence;

import io.bihuan.hazard.evidence.Accepted;
import io.bihuan.hazard.evidence.Copy;
import io.bihuan.hazard.evidence.Evidence;
import io.bihuan.hazard.evidence.Evidence.Filed;
import io.bihuan.hazard.evidence.Exhibit;
import io.bihuan.hazard.evidence.Format;
import io.bihuan.hazard.evidence.Submission;
import io.bihuan.hazard.rest.Answer;
import io.bihuan.hazard.rest.FileAnswer;
import io.bihuan.hazard.rest.Once;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** The evidence of a hazard. */
@Path("/api/hazards/{id}/evidence")
@Tag(name = "Evidence 佐证材料", description = "Photos and papers that show a hazard and its rectification")
class EvidenceResource {

    private final Evidence evidence;
    private final Once once;
    private final MemorySize largestFile;

    EvidenceResource(
            Evidence evidence,
            Once once,
            @ConfigProperty(name = "bihuan.evidence.largest-file") MemorySize largestFile) {
        this.evidence = evidence;
        this.once = once;
        this.largestFile = largestFile;
    }

    /** The evidence of one hazard. */
    @Schema(name = "EvidenceList", description = "In the order in which it was handed in")
    record EvidenceList(List<EvidenceView> items) {}

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Hands in a photo or a PDF as evidence", description = """
                    JPEG, PNG or PDF, at most 20 MB; what a file is decides its content alone. A broken picture, or one of more
                    than 100 megapixels (16 where it must be decoded at once, as a progressive JPEG), is refused. Capture time
                    and place are read from EXIF; a time without offset is local. The same file is evidence of a hazard once:
                    handed in again it answers 200 with what is on record.""")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = EvidenceForm.Parts.class)))
    @APIResponse(
            responseCode = "201",
            description = "The evidence; Location leads to its bytes",
            content = @Content(schema = @Schema(implementation = EvidenceView.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was this hazard's evidence already",
            content = @Content(schema = @Schema(implementation = EvidenceView.class)))
    public Response addEvidence(UUID id, MultipartFormDataInput form) {
        Submission submission = EvidenceForm.read(form, largestFile.asLongValue());
        Accepted accepted = evidence.accept(id, submission);
        return once.answer(
                Arrays.asList(accepted.sha256(), submission.caption()), () -> answer(evidence.file(accepted)));
    }

    private static Answer answer(Filed filed) {
        EvidenceView view = EvidenceView.of(filed.exhibit());
        return filed.isNew()
                ? new Answer(201, "/api/hazards/" + view.hazardId() + "/evidence/" + view.id(), null, view)
                : Answer.ok(view);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The evidence of a hazard, in the order in which it was handed in")
    public EvidenceList listEvidence(UUID id) {
        return new EvidenceList(evidence.of(id).stream().map(EvidenceView::of).toList());
    }

    @GET
    @Path("{evidenceId}")
    @Operation(summary = "The original bytes", description = "Its ETag is its SHA-256.")
    @APIResponse(
            responseCode = "200",
            description = "As they were handed in",
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response showEvidence(UUID id, UUID evidenceId, @Context Request request) {
        Exhibit exhibit = evidence.get(id, evidenceId);
        return FileAnswer.unlessKnown(request, exhibit.sha256(), () -> FileAnswer.bytes(
                        exhibit.format().mediaType(), exhibit.fileName(), evidence.original(exhibit))
                .header(HttpHeaders.CONTENT_LENGTH, exhibit.size()));
    }

    @GET
    @Path("{evidenceId}/thumbnail")
    @Operation(
            summary = "A small upright copy of a photo",
            description = "At most 320 pixels wide and high, of the pixels alone. Of a PDF there is none: 404.")
    @APIResponse(
            responseCode = "200",
            description = "The copy",
            content = @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response showThumbnail(UUID id, UUID evidenceId, @Context Request request) {
        return copy(id, evidenceId, Copy.THUMBNAIL, request);
    }

    @GET
    @Path("{evidenceId}/public")
    @Operation(summary = "A copy of a photo that may be published", description = """
                    At most 1280 pixels wide and high, of the pixels alone: nothing tells when, where or with what the photo was
                    taken. Of a PDF there is none: 404.""")
    @APIResponse(
            responseCode = "200",
            description = "The copy",
            content = @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response showPublicCopy(UUID id, UUID evidenceId, @Context Request request) {
        return copy(id, evidenceId, Copy.PUBLIC, request);
    }

    private Response copy(UUID id, UUID evidenceId, Copy copy, Request request) {
        Exhibit exhibit = evidence.get(id, evidenceId);
        // Neither the name nor the tag of the original: a name may say where, and a tag tells two copies apart.
        String name = exhibit.id() + Format.JPEG.extension();
        return FileAnswer.unlessKnown(
                request,
                exhibit.id() + "-" + copy,
                () -> FileAnswer.bytes(Format.JPEG.mediaType(), name, evidence.copy(exhibit, copy)));
    }
}
