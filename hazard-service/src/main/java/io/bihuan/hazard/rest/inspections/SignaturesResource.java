package io.bihuan.hazard.rest.inspections;

import io.bihuan.access.CurrentPerson;
import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.inspection.Inspection;
import io.bihuan.hazard.inspection.Inspections;
import io.bihuan.hazard.inspection.Side;
import io.bihuan.hazard.inspection.SignaturePictures;
import io.bihuan.hazard.rest.FileAnswer;
import io.bihuan.hazard.rest.OversizedFile;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The pictures of an inspection's signatures. */
@Path("/api/inspections/{id}/signatures/{side}")
@Tag(name = "Inspections 检查")
class SignaturesResource {

    private static final String PNG = "image/png";
    private static final int LARGEST = 256 * 1024;

    private final Inspections inspections;
    private final SignaturePictures pictures;
    private final CurrentPerson current;

    SignaturesResource(Inspections inspections, SignaturePictures pictures, CurrentPerson current) {
        this.inspections = inspections;
        this.pictures = pictures;
        this.current = current;
    }

    @PUT
    @Consumes(PNG)
    @Operation(summary = "Hands in the picture of a signature", description = """
                    PNG, at most 256 KB. The only one that is taken is that whose SHA-256 the inspection names, in hexadecimal, as the
                    signature's evidence; handed in again it changes nothing.""")
    @RequestBody(
            required = true,
            content = @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "204", description = "It is kept")
    public void keepSignature(UUID id, Side side, InputStream picture) throws IOException {
        Inspection inspection = inspection(id);
        byte[] png = picture.readNBytes(LARGEST + 1);
        if (png.length > LARGEST) {
            throw new OversizedFile(LARGEST);
        }
        pictures.keep(inspection, side, png);
    }

    @GET
    @Operation(summary = "The picture of a signature", description = "Its ETag is its SHA-256.")
    @APIResponse(
            responseCode = "200",
            description = "As it was handed in",
            content = @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response showSignature(UUID id, Side side, @Context Request request) {
        Inspection inspection = inspection(id);
        String fingerprint = pictures.demand(inspection, side);
        return FileAnswer.unlessKnown(
                request,
                fingerprint,
                () -> FileAnswer.bytes(PNG, id + "-" + side.word() + ".png", pictures.open(fingerprint)));
    }

    private Inspection inspection(UUID id) {
        return inspections.find(id, current.scope()).orElseThrow(() -> new NotOnRecord("inspection", id));
    }
}
