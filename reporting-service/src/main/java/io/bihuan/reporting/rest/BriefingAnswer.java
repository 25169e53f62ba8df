package io.bihuan.reporting.rest;

import io.bihuan.reporting.briefing.Briefing;
import io.bihuan.reporting.briefing.Briefings;
import io.bihuan.reporting.briefing.Paper;
import io.bihuan.reporting.briefing.State;
import io.bihuan.reporting.briefing.Survey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

/** Answers with a briefing as JSON, or as a Word file if the client prefers that. */
@ApplicationScoped
class BriefingAnswer {

    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final MediaType WORD = MediaType.valueOf(DOCX);
    private static final List<Variant> FORMS =
            Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, WORD).build();

    /** A year: it never changes. */
    private static final String FOR_EVER = "private, max-age=31536000, immutable";

    /** A browser keeps answers longer than people stay signed in. */
    private static final String ACCEPT_OF_A_PERSON = HttpHeaders.ACCEPT + ", " + HttpHeaders.AUTHORIZATION;

    private final Briefings briefings;

    BriefingAnswer(Briefings briefings) {
        this.briefings = briefings;
    }

    /** The kept bytes. */
    Response issued(Briefing briefing, Request request) throws SQLException {
        Briefings.Files files = briefings.files(briefing);
        boolean word = wantsWord(request);
        byte[] bytes = word ? files.document() : files.content();
        EntityTag tag = new EntityTag(tag(bytes));
        Response.ResponseBuilder answer = request.evaluatePreconditions(tag);
        if (answer == null) {
            answer = (word ? file(bytes, briefing.name()) : Response.ok(bytes, MediaType.APPLICATION_JSON_TYPE))
                    .tag(tag);
        }
        return answer.header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
                .header(HttpHeaders.VARY, ACCEPT_OF_A_PERSON)
                .build();
    }

    /** How a draft reads at this moment: as long as its version stands its figures still may change. */
    Response draft(Briefing draft, Survey survey, Request request) {
        Paper paper = briefings.preview(draft, survey);
        return (wantsWord(request)
                        ? file(briefings.document(paper), paper.fileName())
                        : Response.ok(paper, MediaType.APPLICATION_JSON_TYPE))
                .tag(Integer.toString(draft.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, ACCEPT_OF_A_PERSON)
                .build();
    }

    /** What a POST has made, as JSON or in its place as a Word file. */
    Response asAsked(Response made, Request request) throws SQLException {
        if (!wantsWord(request)) {
            return made;
        }
        String path = made.getLocation().getPath();
        Briefing briefing = briefings.demand(path.substring(path.lastIndexOf('/') + 1));
        if (briefing.state() == State.DRAFT) {
            return made;
        }
        byte[] document = briefings.files(briefing).document();
        return file(document, briefing.name())
                .status(made.getStatus())
                .location(made.getLocation())
                .tag(tag(document))
                .header(HttpHeaders.VARY, ACCEPT_OF_A_PERSON)
                .build();
    }

    /** Of these bytes and no others. */
    static String tag(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static boolean wantsWord(Request request) {
        Variant asked = request.selectVariant(FORMS);
        return asked != null && WORD.equals(asked.getMediaType());
    }

    private static Response.ResponseBuilder file(byte[] document, String name) {
        return Response.ok(document, WORD)
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.named(name + ".docx"))
                .header("X-Content-Type-Options", "nosniff");
    }
}
