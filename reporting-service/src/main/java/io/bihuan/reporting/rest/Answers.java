package io.bihuan.reporting.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers that may be kept and asked again: one that has not changed is not sent again. */
@ApplicationScoped
class Answers {

    private final ObjectMapper json;

    Answers(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The answer, or 304 if the client has it.
     *
     * @param identity what tells it from another answer, as JSON. The present moment, which every answer states anew, is none of it
     */
    Response of(Request request, Object body, @Nullable Object... identity) throws JsonProcessingException {
        byte[] bytes = json.writeValueAsBytes(Arrays.asList(identity));
        EntityTag tag = new EntityTag(UUID.nameUUIDFromBytes(bytes).toString(), true);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged == null ? Response.ok(body).tag(tag) : unchanged;
        return answer.cacheControl(revalidated()).build();
    }

    private static CacheControl revalidated() {
        CacheControl control = new CacheControl();
        control.setNoCache(true);
        control.setNoTransform(false);
        return control;
    }
}
