package io.bihuan.notification.rest;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.bihuan.notification.NotOnRecord;
import io.bihuan.notification.Refusal;
import io.bihuan.notification.StaleVersion;
import io.bihuan.notification.rest.Once.KeyUsedOtherwise;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.CharConversionException;
import java.net.URI;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Tells why a call was refused, as a problem. What isn't said here the library of problems says in its own words. */
@ApplicationScoped
public class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class);

    /** The library of problems maps some of these too, at 999. */
    private static final int BEFORE_THE_LIBRARY = 900;

    private final Problems problems;
    private final UriInfo uri;

    Refusals(Problems problems, UriInfo uri) {
        this.problems = problems;
        this.uri = uri;
    }

    @ServerExceptionMapper
    Response refused(Refusal refusal) {
        return invalid(refusal.violations().stream().map(problems::told).toList());
    }

    @ServerExceptionMapper
    Response notOnRecord(NotOnRecord missing) {
        return answer(problems.notOnRecord(missing.kind()));
    }

    @ServerExceptionMapper
    Response stale(StaleVersion stale) {
        return answer(problems.stale(stale.current()));
    }

    @ServerExceptionMapper
    Response keyUsedOtherwise(KeyUsedOtherwise reused) {
        return answer(problems.keyUsedOtherwise());
    }

    @ServerExceptionMapper(priority = BEFORE_THE_LIBRARY)
    Response constraints(ConstraintViolationException violations) {
        return invalid(violations.getConstraintViolations().stream()
                .map(each -> new Violation(field(each), each.getMessage()))
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
                .toList());
    }

    /** What Jackson could read but not use. */
    @ServerExceptionMapper(
            value = {MismatchedInputException.class, UnrecognizedPropertyException.class, InvalidFormatException.class},
            priority = BEFORE_THE_LIBRARY)
    Response mismatch(MismatchedInputException mismatch) {
        return invalid(List.of(violation(mismatch)));
    }

    /** Letters that are none, which Jackson does not call a fault of JSON. */
    @ServerExceptionMapper
    Response illegible(CharConversionException illegible) {
        return invalid(List.of(problems.violation("", "json")));
    }

    /** A database that is away is a reason to ask again; everything else that nobody foresaw is our own mistake. */
    @ServerExceptionMapper(priority = BEFORE_THE_LIBRARY)
    Response unforeseen(Exception failure) {
        if (databaseIsAway(failure)) {
            return answer(problems.databaseAway());
        }
        LOG.errorf(failure, "%s failed", uri.getPath());
        return answer(problems.ours());
    }

    /** Whether the connection broke (SQLSTATE class 08), or the pool gave none, or the server has none, or is stopping. */
    private static boolean databaseIsAway(Exception failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException trouble) {
                var state = trouble.getSQLState();
                return state == null || Stream.of("08", "53", "57P").anyMatch(state::startsWith);
            }
        }
        return false;
    }

    /** The field as the client wrote it: without the method and the parameter that Bean Validation puts in front. */
    private static String field(ConstraintViolation<?> violation) {
        return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .skip(2)
                .filter(node -> node.getKind() != ElementKind.CONTAINER_ELEMENT)
                .map(Path.Node::toString)
                .collect(joining("."));
    }

    private Violation violation(MismatchedInputException mismatch) {
        var field = mismatch.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
                .collect(joining("."))
                .replace(".[", "[");
        if (field.isEmpty()) {
            return problems.violation("", "json");
        }
        if (mismatch instanceof UnrecognizedPropertyException) {
            return problems.violation(field, "unknown-field");
        }
        var type = mismatch.getTargetType();
        return type != null && type.isEnum()
                ? problems.violation(field, "one-of", Arrays.toString(type.getEnumConstants()))
                : problems.violation(field, "value");
    }

    private Response invalid(List<Violation> violations) {
        return answer(problems.invalid(violations));
    }

    private Response answer(HttpProblem problem) {
        return HttpProblem.builder(problem)
                .withInstance(URI.create(uri.getRequestUri().getRawPath()))
                .build()
                .toResponse();
    }
}
