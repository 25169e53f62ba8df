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

    /** Is in no address that leads anywhere, and no database takes it. */
    private static final String NUL = "%00";

    private final Matrix matrix;
    private final Pace pace;

    Gate(Matrix matrix, Pace pace) {
        this.matrix = matrix;
        this.pace = pace;
    }

    void stand(@Observes Filters filters) {
        filters.register(this::ask, BEHIND_AUTHENTICATION);
    }

    private void ask(RoutingContext call) {
        guardBrowsers(call);
        if (!call.request().headers().getAll(HttpHeaders.ACCEPT_LANGUAGE).stream()
                .allMatch(AccessProblem::isReadable)) {
            call.request().headers().remove(HttpHeaders.ACCEPT_LANGUAGE); // or whoever reads it fails
        }
        if (call.request().path().contains(NUL)) {
            end(call, new AccessProblem(404, "detail.noSuchAddress"));
            return;
        }
        String path = call.normalizedPath();
        if (!path.startsWith("/api/") || isOpen(call.request().method().name(), path)) {
            call.next();
            return;
        }
        call.request().pause(); // its body waits until it is known who sends it
        BiConsumer<RoutingContext, Throwable> refusing = (refused, why) -> stranger(refused);
        call.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, refusing); // or Quarkus answers before us
        QuarkusHttpUser.getSecurityIdentity(call, null)
                .subscribe()
                .with(identity -> let(call, identity), failure -> stranger(call));
    }

    /** What is answered is data: no browser shows it in a frame, guesses what it is or runs anything in it. An answer may say otherwise. */
    private static void guardBrowsers(RoutingContext call) {
        call.response()
                .headers()
                .set("X-Content-Type-Options", "nosniff")
                .set("X-Frame-Options", "DENY")
                .set("Referrer-Policy", "no-referrer")
                .set("Cache-Control", "no-store") // the same address answers each caller with what is his
                .set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }

    private void let(RoutingContext call, SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous()) {
            refuse(call, "detail.tokenMissing");
            return;
        }
        long wait = pace.waitOfPerson(identity.getPrincipal().getName());
        if (wait > 0) {
            tooFast(call, wait);
        } else {
            QuarkusHttpUser.setIdentity(identity, call);
            call.request().resume();
            call.next();
        }
    }

    private boolean isOpen(String method, String path) {
        return matrix.of(method, path).filter(Rule::open).isPresent();
    }

    /** A token that is none; whoever sends many of them guesses. */
    private void stranger(RoutingContext call) {
        if (call.response().headWritten()) {
            return; // refused already
        }
        long wait = pace.waitOfStranger(call.request().remoteAddress().hostAddress());
        if (wait > 0) {
            tooFast(call, wait);
        } else {
            refuse(call, "detail.tokenInvalid");
        }
    }

    private static void tooFast(RoutingContext call, long seconds) {
        call.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        end(call, new AccessProblem(429, "detail.tooFast", seconds));
    }

    private static void refuse(RoutingContext call, String why) {
        call.response().putHeader("WWW-Authenticate", "Bearer");
        end(call, new AccessProblem(401, why));
    }

    /** The connection ends with the answer: nobody reads the rest of what was sent. */
    private static void end(RoutingContext call, AccessProblem problem) {
        call.request().resume();
        call.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, AccessProblem.MEDIA_TYPE)
                .end(problem.json(call.request().path(), call.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }
}
