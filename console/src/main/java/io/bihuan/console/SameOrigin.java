package io.bihuan.console;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A browser sends the session's cookie along with whatever a page asks for, ours or not, so what changes anything must come from a page of
 * our own; a browser says where from, and nobody else has a cookie of ours to send.
 */
@Singleton
class SameOrigin {

    /** Ahead of Quarkus's own handler, which finds out who calls. */
    private static final int BEFORE_AUTHENTICATION = 250;

    private static final Set<HttpMethod> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    void stand(@Observes Filters filters) {
        filters.register(SameOrigin::let, BEFORE_AUTHENTICATION);
    }

    private static void let(RoutingContext call) {
        HttpServerRequest request = call.request();
        if (HARMLESS.contains(request.method()) || isOurs(request)) {
            call.next();
        } else {
            Problem.FOREIGN_ORIGIN.end(call);
        }
    }

    private static boolean isOurs(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null ? site.equals("same-origin") : isHere(request.getHeader("Origin"), request.authority());
    }

    /** Older browsers, and all of them without TLS, tell only the origin. Its scheme is not ours to know behind a proxy. */
    private static boolean isHere(@Nullable String origin, @Nullable HostAndPort here) {
        if (origin == null || here == null) {
            return false;
        }
        try {
            URI there = URI.create(origin);
            return here.host().equalsIgnoreCase(there.getHost())
                    && port(here.port(), there) == port(there.getPort(), there);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static int port(int given, URI origin) {
        return given > 0 ? given : "https".equals(origin.getScheme()) ? 443 : 80;
    }
}
