package io.bihuan.hazard.rest.documents;

import io.bihuan.hazard.documents.Documents;
import io.bihuan.hazard.documents.Kind;
import io.bihuan.hazard.documents.Page;
import io.bihuan.hazard.documents.Paper;
import io.bihuan.hazard.documents.Word;
import io.bihuan.hazard.rest.Attachment;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The documents that a hazard's steps issued. */
@Path("/api/hazards/{id}")
@Tag(name = "Documents 文书", description = "Notices and opinions, as Word files or pages to be printed")
class DocumentsResource {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String HTML = "text/html;charset=UTF-8";

    private static final List<Variant> FORMS = Variant.mediaTypes(MediaType.valueOf(DOCX), MediaType.TEXT_HTML_TYPE)
            .build();

    private static final String EARLIER = "An earlier one; without it the latest";

    private final Documents documents;
    private final Word word;
    private final Page page;

    DocumentsResource(Documents documents, Word word, Page page) {
        this.documents = documents;
        this.word = word;
        this.page = page;
    }

    @GET
    @Path("documents")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Every document of a hazard, the oldest first")
    public DocumentList listDocuments(UUID id) {
        return DocumentList.of(id, documents.of(id));
    }

    @GET
    @Path("notice")
    @Produces({DOCX, HTML})
    @Operation(
            summary = "The rectification notice 限期整改通知书",
            description = "As it was issued, whatever happened since. 404 if none was: an imported assignment has none")
    @APIResponse(
            responseCode = "200",
            description = "A Word file, or a page to be printed, by Accept",
            content = {
                @Content(mediaType = DOCX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING))
            })
    public Response showRectificationNotice(
            UUID id,
            @QueryParam("number") @Parameter(description = EARLIER, example = "630102限改〔2026〕17号") @Nullable
                    String number,
            @Context Request request) {
        return answer(documents.paper(id, Kind.RECTIFICATION_NOTICE, number), request);
    }

    @GET
    @Path("reinspection-opinion")
    @Produces({DOCX, HTML})
    @Operation(
            summary = "The re-inspection opinion 复查意见书",
            description = "Of the closing or of a return, as it was issued. 404 if there is none")
    @APIResponse(
            responseCode = "200",
            description = "A Word file, or a page to be printed, by Accept",
            content = {
                @Content(mediaType = DOCX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING))
            })
    public Response showReinspectionOpinion(
            UUID id,
            @QueryParam("number") @Parameter(description = EARLIER, example = "630102复查〔2026〕9号") @Nullable
                    String number,
            @Context Request request) {
        return answer(documents.paper(id, Kind.REINSPECTION_OPINION, number), request);
    }

    @GET
    @Path("supervision-notice")
    @Produces({DOCX, HTML})
    @Operation(
            summary = "The supervision notice 挂牌督办通知书",
            description = "As it was issued, whatever happened since. 404 if there is none")
    @APIResponse(
            responseCode = "200",
            description = "A Word file, or a page to be printed, by Accept",
            content = {
                @Content(mediaType = DOCX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING))
            })
    public Response showSupervisionNotice(
            UUID id,
            @QueryParam("number") @Parameter(description = EARLIER, example = "630102督办〔2026〕1号") @Nullable
                    String number,
            @Context Request request) {
        return answer(documents.paper(id, Kind.SUPERVISION_NOTICE, number), request);
    }

    private Response answer(Paper paper, Request request) {
        Variant chosen = request.selectVariant(FORMS);
        return chosen != null && chosen.getMediaType().isCompatible(MediaType.TEXT_HTML_TYPE)
                ? printable(paper)
                : file(paper);
    }

    private Response printable(Paper paper) {
        return bytes(page.of(paper), HTML, "inline", paper.name() + ".html")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .build();
    }

    private Response file(Paper paper) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        word.write(paper, out);
        return bytes(out.toByteArray(), DOCX, "attachment", paper.name() + ".docx")
                .build();
    }

    /** Never kept by a browser: a template may have changed. */
    private static Response.ResponseBuilder bytes(Object content, String type, String disposition, String name) {
        return Response.ok(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.disposition(disposition, name))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("X-Content-Type-Options", "nosniff");
    }
}
