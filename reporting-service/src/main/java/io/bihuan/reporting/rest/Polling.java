package io.bihuan.reporting.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;

/** Lets what is no report be asked for again cheaply; reports are answered by {@link Asking}. */
@Provider
@Pollable
public class Polling implements ContainerResponseFilter {

    private final ObjectMapper json;

    Polling(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response)
            throws JsonProcessingException {
        if (response.getStatus() != Response.Status.OK.getStatusCode()) {
            return;
        }
        EntityTag tag = response.getEntityTag() == null ? tag(response.getEntity()) : response.getEntityTag();
        Response.ResponseBuilder unchanged = request.getRequest().evaluatePreconditions(tag);
        if (unchanged != null) {
            response.setStatus(unchanged.build().getStatus());
            response.setEntity(null);
        }
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }

    /** Alike in all replicas as long as what is told is. */
    EntityTag tag(Object told) throws JsonProcessingException {
        return new EntityTag(
                UUID.nameUUIDFromBytes(json.writeValueAsBytes(told)).toString(), true);
    }
}
