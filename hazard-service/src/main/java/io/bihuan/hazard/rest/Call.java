package io.bihuan.hazard.rest;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.handling.Target;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the headers of the call being answered ask for. */
@RequestScoped
public class Call {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final int LONGEST_KEY = 255;
    private static final Pattern ENTITY_TAG = Pattern.compile("\\s*(W/)?\"([^\"]*)\"\\s*(?:,|$)");

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
        String key = headers.getHeaderString(IDEMPOTENCY_KEY);
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw new Refusal(IDEMPOTENCY_KEY, "idempotencyKey.length", LONGEST_KEY);
        }
        return key;
    }

    /** The hazard that this call is for, in one of the versions that {@code If-Match} names. */
    public Target target(UUID id) {
        return new Target(id, versions());
    }

    /**
     * The versions that {@code If-Match} names, any of which will do (RFC 9110, 13.1.1); empty if the client does not
     * mind.
     */
    public Set<Integer> versions() {
        List<String> values = headers.getRequestHeader(HttpHeaders.IF_MATCH);
        if (values.isEmpty() || values.contains("*")) {
            return Set.of();
        }
        Set<Integer> versions = new HashSet<>();
        for (String value : values) {
            Matcher tags = ENTITY_TAG.matcher(value);
            int end = 0;
            while (tags.lookingAt()) {
                versions.add(version(tags.group(1), tags.group(2)));
                end = tags.end();
                tags.region(end, value.length());
            }
            if (end < value.length() || value.isBlank()) {
                throw new Refusal(HttpHeaders.IF_MATCH, "ifMatch.malformed", value);
            }
        }
        return versions;
    }

    /** A weak tag or one that this service never gave matches no version. */
    private static int version(@Nullable String weak, String tag) {
        return weak == null && tag.matches("[0-9]{1,9}") ? Integer.parseInt(tag) : -1;
    }
}
