package io.bihuan.notification.rest;

import io.bihuan.notification.delivery.Messages;
import io.bihuan.notification.delivery.http.Signature;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What an HTTP gateway reports of the messages that it took. */
@Path("/api/notifications/receipts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Receipts")
class ReceiptResource {

    private final Messages messages;
    private final Signature signature;
    private final ReceiptReader reader;
    private final Problems problems;

    ReceiptResource(Messages messages, Signature signature, ReceiptReader reader, Problems problems) {
        this.messages = messages;
        this.signature = signature;
        this.reader = reader;
        this.problems = problems;
    }

    @POST
    @Operation(
            operationId = "receive",
            summary = "Takes a delivery receipt",
            description =
                    "Signed as our own requests to the gateway are: HMAC-SHA256 of X-Timestamp, a full stop and the body."
                            + " The same receipt again changes nothing; DELIVERED is final.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReceiptBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The message as it now stands",
            content = @Content(schema = @Schema(implementation = MessageItem.class)))
    @APIResponse(responseCode = "400", description = "The body is wrong; `violations` say where")
    @APIResponse(
            responseCode = "401",
            description = "Not signed, signed with another secret, or more than 5 minutes off")
    @APIResponse(responseCode = "404", description = "No such message")
    public MessageItem receive(
            @Parameter(description = "When it was signed: RFC 3339, or seconds since 1970")
                    @HeaderParam(Signature.TIMESTAMP)
                    @Nullable
                    String timestamp,
            @Parameter(description = "sha256= and the hexadecimal HMAC") @HeaderParam(Signature.SIGNATURE) @Nullable
                    String signed,
            byte[] body) {
        if (!signature.vouchesFor(body, timestamp, signed)) {
            throw problems.notSigned();
        }
        var message = messages.receive(reader.read(body)).orElseThrow(problems::noSuchMessage);
        return MessageItem.of(
                message, message.phone(), messages.hazardsOf(List.of(message)).getOrDefault(message.id(), List.of()));
    }
}
