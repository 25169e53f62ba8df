package io.bihuan.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.function.BiConsumer;

/**
 * Asks every call for its token before anything else of it is read: its issuer, audience, signature and time were checked, or it
 * goes no further. What the caller may do is asked later, by {@link Admission}.
 */
@Singleton
class Gate {

    /** Behind Quarkus's own handler, which finds out who calls. */
    private static final int BEHIND_AUTHENTICATION = 50;

    private final Matrix matrix;

    Gate(Matrix matrix) {
        this.matrix = matrix;
    }

    void stand(@Observes Filters filters) {
        filters.register(this::ask, BEHIND_AUTHENTICATION);
    }

    private void ask(RoutingContext call) {
        String path = call.normalizedPath();
        if (!path.startsWith("/api/") || isOpen(call.request().method().name(), path)) {
            call.next();
            return;
        }
        call.request().pause(); // its body waits until it is known who sends it
        BiConsumer<RoutingContext, Throwable> refusing = (refused, why) -> refuse(refused, "detail.tokenInvalid");
        call.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, refusing); // or Quarkus answers before us
        QuarkusHttpUser.getSecurityIdentity(call, null)
                .subscribe()
                .with(identity -> let(call, identity), failure -> refuse(call, "detail.tokenInvalid"));
    }

    private void let(RoutingContext call, SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous()) {
            refuse(call, "detail.tokenMissing");
        } else {
            QuarkusHttpUser.setIdentity(identity, call);
            call.request().resume();
            call.next();
        }
    }

    private boolean isOpen(String method, String path) {
        return matrix.of(method, path).filter(Rule::open).isPresent();
    }

    /** The connection ends with the answer: nobody reads the rest of what was sent. */
    private static void refuse(RoutingContext call, String why) {
        if (call.response().headWritten()) {
            return; // refused already
        }
        call.request().resume();
        call.response()
                .setStatusCode(401)
                .putHeader("WWW-Authenticate", "Bearer")
                .putHeader(HttpHeaders.CONTENT_TYPE, AccessProblem.MEDIA_TYPE)
                .end(new AccessProblem(401, why)
                        .json(call.request().path(), call.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }
}
