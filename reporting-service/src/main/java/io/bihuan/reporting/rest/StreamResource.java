package io.bihuan.reporting.rest;

import io.bihuan.access.CurrentPerson;
import io.bihuan.reporting.facts.Question;
import io.bihuan.reporting.live.Audiences;
import io.bihuan.reporting.live.Present;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** A district's figures as they change. */
@Path("/api/reports/stream")
@Blocking
@Tag(name = "Reports")
class StreamResource {

    /** Those who were sent away at the same moment, all of a replica's, come back within this time and not at once. */
    private static final int SHORTEST_RETURN_MILLIS = 1_000;

    private static final int LONGEST_RETURN_MILLIS = 5_000;

    private final Asking asking;
    private final Audiences audiences;
    private final Problems problems;
    private final CurrentPerson current;

    StreamResource(Asking asking, Audiences audiences, Problems problems, CurrentPerson current) {
        this.asking = asking;
        this.audiences = audiences;
        this.problems = problems;
        this.current = current;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-cache, no-transform")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(
            operationId = "listenToDistrict",
            summary = "A district's figures as they change, as server-sent events",
            description = """
                    One event `figures` with the present figures at once, and another within a second of a change of any hazard of the \
                    district, or within ten of a deadline that passed. Its data is what `GET /api/reports/districts?parent=` answers for \
                    the same district, its id a revision: the opaque part of that answer's ETag.

                    Who comes back with the present revision in `Last-Event-ID`, as browsers do by themselves, hears nothing until the \
                    next change; who comes with any other gets the present figures at once. There is no history of events: each has all \
                    figures. Many changes at a time are one event, four a second at the most, and who reads slowly misses some but \
                    never the latest.

                    A comment comes every 15 seconds. An `EventSource` in a browser comes back by itself to a stream that has ended, \
                    but not after 503.""")
    @Parameter(
            name = "district",
            in = ParameterIn.QUERY,
            description = "Code of the district; without it the whole register by its topmost districts",
            example = "63",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9A-Z]{1,12}$"))
    @APIResponse(
            responseCode = "200",
            description = "The stream. It ends when the token expires, or the service ends",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "西宁市", value = Examples.STREAM)))
    @APIResponse(
            responseCode = "400",
            description = "A parameter is unknown, given twice or wrong; `violations` names each",
            content =
                    @Content(
                            mediaType = ReportsResource.PROBLEM,
                            schema = @Schema(ref = "HttpValidationProblem"),
                            examples = @ExampleObject(name = "bad grade", value = Examples.BAD_REQUEST)))
    @APIResponse(
            responseCode = "404",
            description = "The district is neither on file nor has it hazards",
            content = @Content(mediaType = ReportsResource.PROBLEM, schema = @Schema(ref = "HttpProblem")))
    @APIResponse(
            responseCode = "503",
            description =
                    "5,000 listen to this replica already, or the database is away; ask again after Retry-After seconds",
            content = @Content(mediaType = ReportsResource.PROBLEM, schema = @Schema(ref = "HttpProblem")))
    public Multi<OutboundSseEvent> listen(
            @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER)
                    @Parameter(
                            description = "The revision that the client has, with or without its being a present one",
                            schema = @Schema(type = SchemaType.STRING))
                    @Nullable
                    String known,
            @Context UriInfo uri,
            @Context Sse sse)
            throws SQLException {
        QueryReader query = asking.queryOf(uri, List.of("district"));
        Question question = asking.question(query, "district");
        asking.check(query, question, "district");
        if (audiences.isFull()) {
            throw problems.tooManyListeners();
        }
        OutboundSseEvent lifeSign = sse.newEventBuilder()
                .comment("")
                .reconnectDelay(ThreadLocalRandom.current().nextLong(SHORTEST_RETURN_MILLIS, LONGEST_RETURN_MILLIS + 1))
                .build();
        return audiences
                .listen(question.parent(), known)
                .map(news -> news.map(figures -> event(sse, figures)).orElse(lifeSign))
                .select()
                .first(current.welcome());
    }

    private static OutboundSseEvent event(Sse sse, Present figures) {
        return sse.newEventBuilder()
                .name("figures")
                .id(figures.revision())
                .data(String.class, figures.json())
                .build();
    }
}
