package io.bihuan.hazard.rest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.bihuan.hazard.NotAllowedNow;
import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.StaleVersion;
import io.bihuan.hazard.evidence.UnfitFile;
import io.bihuan.hazard.lifecycle.IllegalStep;
import io.bihuan.hazard.lifecycle.Obstacle;
import io.bihuan.hazard.lifecycle.StepTooEarly;
import io.bihuan.hazard.rest.Once.KeyUsedOtherwise;
import io.bihuan.hazard.sheets.ForeignFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.CharConversionException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.multipart.FormDataParser;
import org.jspecify.annotations.Nullable;

/** Turns what went wrong into RFC 9457 problem details. */
@ApplicationScoped
public class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    private static final int LONGEST_TOLD = 60;

    private final Messages messages;
    private final UriInfo uri;

    Problems(Messages messages, UriInfo uri) {
        this.messages = messages;
        this.uri = uri;
    }

    /** A field of the request and what is wrong with it. */
    record Violation(String field, String message) {}

    @ServerExceptionMapper
    Response refusal(Refusal refusal) {
        return badRequest(refusal.violations().stream()
                .map(each -> new Violation(
                        each.field(),
                        messages.text(each.reason(), each.arguments().toArray())))
                .toList());
    }

    /** Of the steps that are refused for their time, only the rectification's is named by a request. */
    @ServerExceptionMapper
    Response tooEarly(StepTooEarly step) {
        return badRequest(
                List.of(new Violation("rectifiedAt", messages.text("step.tooEarly", step.at(), step.previousAt()))));
    }

    @ServerExceptionMapper
    Response constraints(ConstraintViolationException violations) {
        return badRequest(violations.getConstraintViolations().stream()
                .map(each -> new Violation(field(each), each.getMessage()))
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
                .toList());
    }

    /** The field as the client wrote it: without the method and the parameter that Bean Validation puts in front. */
    private static String field(ConstraintViolation<?> violation) {
        String path = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .skip(2)
                .filter(node -> node.getKind() != ElementKind.CONTAINER_ELEMENT)
                .map(Path.Node::toString)
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "body" : path;
    }

    @ServerExceptionMapper
    Response notOnRecord(NotOnRecord missing) {
        return problem(404, "404", messages.text("notOnRecord." + missing.kind(), missing.id()))
                .answer();
    }

    @ServerExceptionMapper
    Response illegal(IllegalStep illegal) {
        List<String> next = illegal.nextActions();
        Obstacle obstacle = illegal.obstacle();
        String why = obstacle == null ? "" : messages.text("obstacle." + obstacle);
        return problem(
                        409,
                        "illegalStep",
                        why
                                + messages.text(
                                        next.isEmpty() ? "detail.illegalStep.none" : "detail.illegalStep",
                                        illegal.status(),
                                        illegal.step().action(),
                                        next))
                .with("hazardStatus", illegal.status().name())
                .with("nextActions", next)
                .answer();
    }

    @ServerExceptionMapper
    Response notAllowedNow(NotAllowedNow refused) {
        List<String> next = refused.nextActions();
        return problem(
                        409,
                        "illegalStep",
                        messages.text(
                                next.isEmpty() ? "detail.notAllowedNow.none" : "detail.notAllowedNow",
                                refused.status(),
                                refused.action(),
                                next))
                .with(refused.kind() + "Status", refused.status())
                .with("nextActions", next)
                .answer();
    }

    @ServerExceptionMapper
    Response stale(StaleVersion stale) {
        return problem(412, "stale", messages.text("detail.stale", stale.current()))
                .header("ETag", '"' + Integer.toString(stale.current()) + '"')
                .answer();
    }

    @ServerExceptionMapper
    Response keyUsedOtherwise(KeyUsedOtherwise reused) {
        return problem(422, "keyUsedOtherwise", messages.text("detail.keyUsedOtherwise"))
                .answer();
    }

    /** A value that Jackson could read but not use. */
    @ServerExceptionMapper
    Response mismatch(MismatchedInputException mismatch) {
        return badRequest(List.of(violation(mismatch)));
    }

    /** Letters that are none, which Jackson does not call a fault of JSON. */
    @ServerExceptionMapper
    Response illegible(CharConversionException illegible) {
        return problem(400, "400", messages.text("detail.illegible")).answer();
    }

    @ServerExceptionMapper
    Response foreign(ForeignFile file) {
        return problem(415, "415", messages.text(file.reason())).answer();
    }

    @ServerExceptionMapper
    Response unfit(UnfitFile file) {
        return problem(415, "415", messages.text(file.reason())).answer();
    }

    @ServerExceptionMapper
    Response oversized(OversizedFile file) {
        return problem(413, "413", messages.text("detail.oversizedFile", file.largest()))
                .answer();
    }

    /** Too deep, too long: what Jackson reads first it tells unwrapped. */
    @ServerExceptionMapper
    Response tooMuch(StreamConstraintsException e) {
        return problem(413).answer();
    }

    /** Quarkus REST wraps what Jackson could not read; everything else keeps its status and gets a title. */
    @ServerExceptionMapper
    Response web(WebApplicationException e) {
        if (cause(e, StreamConstraintsException.class) != null) {
            return problem(413).answer();
        }
        JsonProcessingException malformed = cause(e, JsonProcessingException.class);
        if (malformed instanceof JsonMappingException misfit
                && !misfit.getPath().isEmpty()) {
            return badRequest(List.of(violation(misfit)));
        }
        if (malformed != null) {
            JsonLocation place = malformed.getLocation() == null ? JsonLocation.NA : malformed.getLocation();
            return problem(400, "400", messages.text("detail.malformedJson", place.getLineNr(), place.getColumnNr()))
                    .answer();
        }
        return problem(e.getResponse().getStatus()).answer();
    }

    /** What nobody foresaw: the person is told that nothing was changed, the operator's log what happened. */
    @ServerExceptionMapper
    Response unforeseen(Throwable e) {
        if (databaseIsAway(e)) {
            return problem(503, "503", messages.text("detail.503"))
                    .header("Retry-After", 5)
                    .answer();
        }
        if (isBrokenForm(e)) {
            return problem(400, "400", messages.text("detail.malformedForm")).answer();
        }
        LOG.errorf(e, "%s failed", uri.getPath());
        return problem(500, "500", messages.text("detail.500")).answer();
    }

    /** Whether the connection broke, or the pool gave none in time, which it says without an SQLSTATE. */
    private static boolean databaseIsAway(Throwable e) {
        SQLException failure = cause(e, SQLException.class);
        return failure != null
                && (failure.getSQLState() == null
                        || failure.getSQLState().startsWith("08")
                        || failure.getSQLState().startsWith("57P"));
    }

    /** Of a form that ends early, or is none, Quarkus says no more than that reading failed. */
    private static boolean isBrokenForm(Throwable e) {
        return e instanceof IOException
                && e.getStackTrace().length > 0
                && e.getStackTrace()[0].getClassName().startsWith(FormDataParser.class.getPackageName());
    }

    private static <E extends Throwable> @Nullable E cause(Throwable e, Class<E> type) {
        for (Throwable each = e; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return type.cast(each);
            }
        }
        return null;
    }

    private Violation violation(JsonMappingException mismatch) {
        String field = mismatch.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
        return new Violation(field.isEmpty() ? "body" : field, misfit(mismatch));
    }

    private String misfit(JsonMappingException mismatch) {
        if (mismatch instanceof UnrecognizedPropertyException) {
            return messages.text("field.unknown");
        }
        if (mismatch instanceof InvalidFormatException unfit && unfit.getValue() instanceof String value) {
            String told = legible(value);
            if (unfit.getTargetType().isEnum()) {
                return messages.text(
                        "oneOf", told, List.of(unfit.getTargetType().getEnumConstants()));
            }
            if (unfit.getTargetType() == Instant.class) {
                return messages.text("instant.malformed", told);
            }
        }
        return messages.text("field.type");
    }

    /** As much as is needed to recognise a value; half a letter could not be written. */
    private static String legible(String value) {
        return value.codePoints()
                .limit(LONGEST_TOLD)
                .map(letter -> Character.getType(letter) == Character.SURROGATE ? '\uFFFD' : letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private Response badRequest(List<Violation> violations) {
        return problem(400, "400", messages.text("detail.badRequest"))
                .with("violations", violations)
                .answer();
    }

    /** A problem that its status says all about; one that we have no words for is called as HTTP calls it. */
    private Problem problem(int status) {
        String code = Integer.toString(status);
        if (messages.has("title." + code)) {
            return problem(status, code, null);
        }
        Response.Status known = Response.Status.fromStatusCode(status);
        return new Problem(status, code, known == null ? code : known.getReasonPhrase(), null, uri.getPath());
    }

    private Problem problem(int status, String title, @Nullable String detail) {
        return new Problem(status, title, messages.text("title." + title), detail, uri.getPath());
    }
}
