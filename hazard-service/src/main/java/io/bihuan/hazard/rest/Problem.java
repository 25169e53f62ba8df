package io.bihuan.hazard.rest;

import io.bihuan.hazard.lifecycle.Status;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A problem as RFC 9457 writes it; what it carries beyond the standard's members is added with {@link #with}. */
public final class Problem {

    static final MediaType JSON = new MediaType("application", "problem+json");

    /** The members, for the description of the calls. */
    @Schema(
            name = "Problem",
            description = "What went wrong, as RFC 9457 writes it",
            examples = {"""
                {"type": "urn:bihuan:problem:400", "title": "请求内容有误", "status": 400,
                 "detail": "请求未作任何更改；请按 violations 逐项改正后重试。", "instance": "/api/hazards",
                 "violations": [{"field": "districtCode", "message": "区划代码 630199 未登记"}]}""", """
                {"type": "urn:bihuan:problem:illegalStep", "title": "当前状态不允许此操作", "status": 409,
                 "detail": "隐患当前状态为 FOUND，不能执行 closure；现在可以执行：assignment。",
                 "instance": "/api/hazards/0199f3a0-5b7c-7d11-9a3e-4f60a1c2d3e4/closure",
                 "hazardStatus": "FOUND", "nextActions": ["assignment"]}"""})
    record Members(
            @Schema(description = "Tells this kind of problem from others, whatever the language")
            String type,

            @Schema(description = "Says the same to people") String title,

            @Schema(description = "The HTTP status") int status,

            @Schema(description = "What was wrong this time, and what to do") @Nullable
            String detail,

            @Schema(description = "The path of the call") String instance,

            @Schema(description = "Of a 400: each field that is wrong") @Nullable
            List<Problems.Violation> violations,

            @Schema(description = "Of a 409: where the hazard stands") @Nullable
            Status hazardStatus,

            @Schema(description = "Of a 409: the steps that may be taken now") @Nullable
            List<String> nextActions) {}

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
