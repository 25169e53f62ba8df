package io.bihuan.hazard.rest;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.function.Supplier;

/** Answers with the bytes of a file that somebody handed in. */
public final class FileAnswer {

    private FileAnswer() {}

    /** The answer, or 304 if the caller has what this tag stands for. */
    public static Response unlessKnown(Request request, String tag, Supplier<Response.ResponseBuilder> answer) {
        EntityTag entityTag = new EntityTag(tag);
        Response.ResponseBuilder known = request.evaluatePreconditions(entityTag);
        return (known != null ? known : answer.get().tag(entityTag)).build();
    }

    /** Shown in the page by a browser if it is a picture, saved if it is a paper, and never taken for anything else. */
    public static Response.ResponseBuilder bytes(String mediaType, String fileName, InputStream bytes) {
        boolean picture = mediaType.startsWith("image/");
        return Response.ok(bytes, mediaType)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        Attachment.disposition(picture ? "inline" : "attachment", fileName))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }
}
