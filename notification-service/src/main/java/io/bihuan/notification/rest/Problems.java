package io.bihuan.notification.rest;

import io.bihuan.notification.Refusal;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.List;

/** The problems that this service tells of (RFC 9457). */
@ApplicationScoped
public class Problems {

    private static final int SECONDS_UNTIL_RETRY = 5;

    private final Wording wording;

    Problems(Wording wording) {
        this.wording = wording;
    }

    Violation violation(String field, String key, Object... values) {
        return new Violation(field, wording.of("violation." + key, values));
    }

    /** Words for people that are no problem: a key of {@code problems.properties}. */
    public String words(String key) {
        return wording.of(key);
    }

    /** What a room refuses, in the reader's language. */
    public Violation told(Refusal.Violation violation) {
        return violation(
                violation.field(), violation.reason(), violation.arguments().toArray());
    }

    HttpProblem invalid(List<Violation> violations) {
        return of(Status.BAD_REQUEST, "detail.violations", violations.size())
                .with("violations", violations)
                .build();
    }

    HttpProblem notSigned() {
        return of(Status.UNAUTHORIZED, "detail.signature")
                .withHeader("WWW-Authenticate", "Signature")
                .build();
    }

    HttpProblem noSuchMessage() {
        return notOnRecord("message");
    }

    HttpProblem notOnRecord(String kind) {
        return of(Status.NOT_FOUND, "detail." + kind).build();
    }

    HttpProblem stale(int current) {
        return of(Status.PRECONDITION_FAILED, "detail.stale", current)
                .withHeader("ETag", '"' + Integer.toString(current) + '"')
                .build();
    }

    /**
     * It can't be done as things stand.
     *
     * @param kind of refusal: {@code detail.<kind>} is a key of {@code problems.properties}
     * @param state how things stand
     */
    public HttpProblem conflict(String kind, Enum<?> state, Object... values) {
        return of(Status.CONFLICT, "detail." + kind, values)
                .with("state", state)
                .build();
    }

    HttpProblem keyUsedOtherwise() {
        return of(422, "detail.key-used-otherwise").build();
    }

    HttpProblem databaseAway() {
        return of(Status.SERVICE_UNAVAILABLE, "detail.503")
                .withHeader("Retry-After", SECONDS_UNTIL_RETRY)
                .build();
    }

    /** Our own mistake. */
    HttpProblem ours() {
        return of(Status.INTERNAL_SERVER_ERROR, "detail.500").build();
    }

    private HttpProblem.Builder of(Status status, String detail, Object... values) {
        return of(status.getStatusCode(), detail, values);
    }

    private HttpProblem.Builder of(int status, String detail, Object... values) {
        return HttpProblem.builder()
                .withStatus(status)
                .withType(type(status))
                .withTitle(wording.of("title." + status))
                .withDetail(wording.of(detail, values));
    }

    static URI type(int status) {
        return URI.create("urn:bihuan:problem:" + status);
    }
}
