package io.bihuan.reporting.rest;

import io.bihuan.reporting.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the headers of the call being answered ask for. */
@RequestScoped
class Call {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final int LONGEST_KEY = 255;
    private static final Pattern ENTITY_TAGS = Pattern.compile("\\s*(W/)?\"[^\"]*\"\\s*(,\\s*(W/)?\"[^\"]*\"\\s*)*");
    private static final Pattern VERSION = Pattern.compile("(?<!W/)\"([0-9]{1,9})\"");

    private final HttpHeaders headers;
    private final UriInfo uri;

    Call(HttpHeaders headers, UriInfo uri) {
        this.headers = headers;
        this.uri = uri;
    }

    String path() {
        return uri.getPath();
    }

    /** The key under which the first answer to this call is kept, if the client sent one. */
    @Nullable
    String idempotencyKey() {
        var key = headers.getHeaderString(IDEMPOTENCY_KEY);
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw new Refusal(IDEMPOTENCY_KEY, "header.idempotencyKey", LONGEST_KEY);
        }
        return key;
    }

    /** The versions that {@code If-Match} names, where a client must name some. */
    Set<Integer> demandedVersions() {
        if (headers.getRequestHeader(HttpHeaders.IF_MATCH).isEmpty()) {
            throw new NoPrecondition();
        }
        return versions();
    }

    /**
     * The versions that {@code If-Match} names, any of which will do (RFC 9110, 13.1.1); empty if the client does not
     * mind. A tag that is weak, or that this service never gave, is no version that can match.
     */
    Set<Integer> versions() {
        var values = headers.getRequestHeader(HttpHeaders.IF_MATCH);
        if (values.isEmpty() || values.equals(List.of("*"))) {
            return Set.of();
        }
        var versions = new HashSet<>(Set.of(-1));
        for (var value : values) {
            if (!ENTITY_TAGS.matcher(value).matches()) {
                throw new Refusal(HttpHeaders.IF_MATCH, "header.ifMatch");
            }
            VERSION.matcher(value).results().forEach(tag -> versions.add(Integer.valueOf(tag.group(1))));
        }
        return versions;
    }

    /** {@code If-Match} is required here. */
    static final class NoPrecondition extends RuntimeException {}
}
