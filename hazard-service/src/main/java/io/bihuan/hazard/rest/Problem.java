package io.bihuan.hazard.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A problem as RFC 9457 writes it; what it carries beyond the standard's members is added with {@link #with}. */
public final class Problem {

    private static final MediaType JSON = new MediaType("application", "problem+json");

    private final Map<String, Object> members = new LinkedHashMap<>();
    private final Response.ResponseBuilder response;

    /**
     * @param status the HTTP status
     * @param code tells this kind of problem from others, whatever the language
     * @param title says the same to people
     * @param detail what was wrong this time, and what to do
     * @param instance the path of the call
     */
    Problem(int status, String code, String title, @Nullable String detail, String instance) {
        members.put("type", "urn:bihuan:problem:" + code);
        members.put("title", title);
        members.put("status", status);
        if (detail != null) {
            members.put("detail", detail);
        }
        members.put("instance", instance);
        response = Response.status(status).type(JSON);
    }

    Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    Problem header(String name, Object value) {
        response.header(name, value);
        return this;
    }

    Response answer() {
        return response.entity(members).build();
    }
}
