package io.bihuan.notification.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.bihuan.notification.delivery.Messages;
import io.bihuan.notification.delivery.Receipt;
import io.bihuan.notification.delivery.http.Signature;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
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
    private final ObjectMapper json;
    private final Problems problems;
    private final InstantSource time;

    ReceiptResource(Messages messages, Signature signature, ObjectMapper json, Problems problems, InstantSource time) {
        this.messages = messages;
        this.signature = signature;
        this.json = json;
        this.problems = problems;
        this.time = time;
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
        var message = messages.receive(read(body)).orElseThrow(problems::noSuchMessage);
        return MessageItem.of(
                message, message.phone(), messages.hazardsOf(List.of(message)).getOrDefault(message.id(), List.of()));
    }

    private Receipt read(byte[] body) {
        var said = parse(body);
        var violations = new ArrayList<Violation>();
        if (said.messageId() == null && said.gatewayId() == null) {
            violations.add(problems.violation("messageId", "either-id"));
        }
        if (said.state() == null) {
            violations.add(problems.violation("state", "required"));
        }
        if (!violations.isEmpty()) {
            throw problems.invalid(violations);
        }
        return new Receipt(
                "http",
                said.messageId(),
                said.gatewayId(),
                said.state() == ReceiptBody.State.DELIVERED,
                said.deliveredAt() == null ? time.instant() : said.deliveredAt(),
                said.failure() == null ? "the gateway could not deliver it" : said.failure());
    }

    private ReceiptBody parse(byte[] body) {
        try {
            var said = json.readValue(body, ReceiptBody.class);
            if (said != null) {
                return said;
            }
        } catch (UnrecognizedPropertyException e) {
            throw problems.invalid(List.of(problems.violation(e.getPropertyName(), "unknown-field")));
        } catch (JsonMappingException e) {
            if (!e.getPath().isEmpty()) {
                var field = e.getPath().get(e.getPath().size() - 1).getFieldName();
                throw problems.invalid(List.of(problems.violation(field, "value")));
            }
        } catch (JsonProcessingException e) {
            throw problems.invalid(List.of(problems.violation("", "json")));
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory can always be read", e);
        }
        throw problems.invalid(List.of(problems.violation("", "json")));
    }
}
