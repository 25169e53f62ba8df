package io.bihuan.notification.rest;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;

/** The problems that this service tells of (RFC 9457). */
@ApplicationScoped
class Problems {

    private final Wording wording;

    Problems(Wording wording) {
        this.wording = wording;
    }

    Violation violation(String field, String key, Object... values) {
        return new Violation(field, wording.of("violation." + key, values));
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
        return of(Status.NOT_FOUND, "detail.message").build();
    }

    private HttpProblem.Builder of(Status status, String detail, Object... values) {
        return HttpProblem.builder()
                .withStatus(status)
                .withTitle(wording.of("title." + status.getStatusCode()))
                .withDetail(wording.of(detail, values));
    }
}
