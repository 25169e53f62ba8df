package io.bihuan.reporting.rest;

import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.bihuan.reporting.NotOnRecord;
import io.bihuan.reporting.Refusal;
import io.bihuan.reporting.StaleVersion;
import io.bihuan.reporting.briefing.BrokenTemplate;
import io.bihuan.reporting.briefing.WrongState;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.CharConversionException;
import java.net.URI;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells why a call was refused, as a problem. */
@ApplicationScoped
class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class);

    /** The library of problems maps some of these too, at 999. */
    private static final int BEFORE_THE_LIBRARY = 900;

    private final Problems problems;
    private final Texts texts;
    private final Misreadings misreadings;
    private final UriInfo uri;

    Refusals(Problems problems, Texts texts, Misreadings misreadings, UriInfo uri) {
        this.problems = problems;
        this.texts = texts;
        this.misreadings = misreadings;
        this.uri = uri;
    }

    @ServerExceptionMapper
    Response refused(Refusal refusal) {
        return fields(refusal.violations().stream()
                .map(each -> new Violation(
                        each.field(), texts.say(each.reason(), each.arguments().toArray())))
                .toList());
    }

    @ServerExceptionMapper
    Response notOnRecord(NotOnRecord missing) {
        return answer(problems.of(404, "detail." + missing.kind(), missing.name()));
    }

    @ServerExceptionMapper
    Response stale(StaleVersion stale) {
        return answer(HttpProblem.builder(problems.of(412, "detail.stale", stale.current()))
                .withHeader("ETag", "\"" + stale.current() + "\"")
                .build());
    }

    @ServerExceptionMapper
    Response noPrecondition(Call.NoPrecondition missing) {
        return answer(problems.of(428, "detail.precondition"));
    }

    @ServerExceptionMapper
    Response keyUsedOtherwise(Once.KeyUsedOtherwise reused) {
        return answer(problems.of(422, "detail.keyUsedOtherwise"));
    }

    @ServerExceptionMapper
    Response wrongState(WrongState wrong) {
        return answer(HttpProblem.builder(problems.of(409, "detail.briefing." + wrong.state(), wrong.name()))
                .with("state", wrong.state())
                .build());
    }

    @ServerExceptionMapper
    Response brokenTemplate(BrokenTemplate broken) {
        LOG.errorf(broken, "%s failed", uri.getPath());
        return answer(problems.of(500, "detail.template", broken.template()));
    }

    /** What Jackson could read but not use. */
    @ServerExceptionMapper(
            value = {MismatchedInputException.class, UnrecognizedPropertyException.class, InvalidFormatException.class},
            priority = BEFORE_THE_LIBRARY)
    Response mismatch(MismatchedInputException mismatch) {
        return fields(List.of(misreadings.violation(mismatch)));
    }

    /** Letters that are none, which Jackson does not call a fault of JSON. */
    @ServerExceptionMapper
    Response illegible(CharConversionException illegible) {
        return fields(List.of(misreadings.violation(illegible)));
    }

    private Response fields(List<Violation> violations) {
        return answer(problems.fields(violations));
    }

    private Response answer(HttpProblem problem) {
        return HttpProblem.builder(problem)
                .withInstance(URI.create(uri.getRequestUri().getRawPath()))
                .build()
                .toResponse();
    }
}
