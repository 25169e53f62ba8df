package io.bihuan.notification.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A problem as a client sees it, for the description of the calls; {@link Problems} makes them. */
@Schema(name = "Problem", description = "What went wrong, as RFC 9457 writes it", examples = """
                {"type": "urn:bihuan:problem:400", "title": "请求有误", "status": 400, "detail": "请求中有 1 处错误。",
                 "instance": "/api/notifications/contacts",
                 "violations": [{"field": "phone", "message": "手机号应为 E.164 格式或大陆 11 位号码"}]}""")
record ProblemDetails(
        @Schema(description = "Tells this kind of problem from others, whatever the language")
        String type,

        @Schema(description = "Says the same to people") String title,

        @Schema(description = "The HTTP status") int status,

        @Schema(description = "What was wrong this time, and what to do", nullable = true) @Nullable
        String detail,

        @Schema(description = "The path of the call") String instance,

        @Schema(description = "Of a 400: each field that is wrong", nullable = true) @Nullable
        List<Violation> violations) {}
