package io.bihuan.reporting.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.List;

/** The problems (RFC 9457) that a client can run into, with titles and details in its language. */
@ApplicationScoped
class Problems implements ProblemPostProcessor {

    private static final int SECONDS_UNTIL_RETRY = 5;

    private final Texts texts;
    private final Misreadings misreadings;

    Problems(Texts texts, Misreadings misreadings) {
        this.texts = texts;
        this.misreadings = misreadings;
    }

    HttpProblem parameters(List<Violation> violations) {
        return HttpProblem.builder()
                .withStatus(Status.BAD_REQUEST)
                .withDetail(texts.say("detail.parameters", violations.size()))
                .with("violations", violations)
                .build();
    }

    HttpProblem fields(List<Violation> violations) {
        return HttpProblem.builder(of(400, "detail.fields", violations.size()))
                .with("violations", violations)
                .build();
    }

    /** Whole as it is: the mappers' own problems don't pass {@link #apply}. */
    HttpProblem of(int status, String detail, Object... values) {
        return HttpProblem.builder()
                .withStatus(status)
                .withType(type(status))
                .withTitle(texts.say("status." + status))
                .withDetail(texts.say(detail, values))
                .build();
    }

    HttpProblem noDistrict(String code) {
        return HttpProblem.builder()
                .withStatus(Status.NOT_FOUND)
                .withDetail(texts.say("detail.district", code))
                .build();
    }

    HttpProblem noCampaign(String code) {
        return HttpProblem.builder()
                .withStatus(Status.NOT_FOUND)
                .withDetail(texts.say("detail.campaign", code))
                .build();
    }

    HttpProblem notFound() {
        return HttpProblem.valueOf(Status.NOT_FOUND);
    }

    HttpProblem databaseAway() {
        return askAgain("detail.unavailable");
    }

    HttpProblem tooManyListeners() {
        return askAgain("detail.listeners");
    }

    private HttpProblem askAgain(String detail) {
        return HttpProblem.builder()
                .withStatus(Status.SERVICE_UNAVAILABLE)
                .withDetail(texts.say(detail))
                .withHeader("Retry-After", SECONDS_UNTIL_RETRY)
                .build();
    }

    /**
     * Gives every problem its type and says its title in the client's language; the framework's own details, in English, are left
     * out. A body that is no JSON comes as the cause of a refusal of the framework's, past {@link Refusals}.
     */
    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        HttpProblem.Builder said = HttpProblem.builder(problem).withType(type(problem.getStatusCode()));
        String title = "status." + problem.getStatusCode();
        if (texts.knows(title)) {
            said.withTitle(texts.say(title));
        }
        if (context.cause.getCause() instanceof JsonProcessingException misread && problem.getStatusCode() == 400) {
            said.withDetail(texts.say("detail.fields", 1)).with("violations", List.of(misreadings.violation(misread)));
        } else if (!(context.cause instanceof HttpProblem) && problem.getStatusCode() != 503) {
            said.withDetail(null);
        }
        return said.build();
    }

    private static URI type(int status) {
        return URI.create("urn:bihuan:problem:" + status);
    }
}
