package io.bihuan.console;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * The way to the services: what is asked under {@code /api} goes to the one that knows, with the token of whoever is signed in and never
 * with the cookie; the answer comes back as it is, piece by piece.
 */
@Singleton
class Forwarding {

    static final String PREFIX = "/api/";

    private static final Logger LOG = Logger.getLogger(Forwarding.class);

    private static final int BEFORE_AUTHENTICATION = 240;
    private static final Duration CONNECTING = Duration.ofSeconds(3);
    private static final String RETRY_SECONDS = "5";

    /** To each service; every screen that watches figures holds one. */
    private static final int MOST_CONNECTIONS = 2_000;

    private final HttpProxy hazards;
    private final HttpProxy notifications;
    private final HttpProxy reports;

    Forwarding(Vertx vertx, Installation installation) {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) CONNECTING.toMillis())
                .setMaxPoolSize(MOST_CONNECTIONS));
        hazards = proxy(client, installation.hazardService());
        notifications = proxy(client, installation.notificationService());
        reports = proxy(client, installation.reportingService());
    }

    private static HttpProxy proxy(HttpClient client, URI service) {
        boolean encrypted = "https".equals(service.getScheme());
        int port = service.getPort() > 0 ? service.getPort() : encrypted ? 443 : 80;
        RequestOptions origin =
                new RequestOptions().setHost(service.getHost()).setPort(port).setSsl(encrypted);
        // A web socket would go past what is done here to other calls, and no service has one.
        return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(call -> call.client().request(new RequestOptions(origin)))
                .addInterceptor(new Apology());
    }

    void hold(@Observes Filters filters) {
        filters.register(Forwarding::hold, BEFORE_AUTHENTICATION);
    }

    void route(@Observes Router router) {
        router.route(PREFIX + "notifications/*").handler(call -> forward(call, notifications));
        router.route(PREFIX + "reports/*").handler(call -> forward(call, reports));
        router.route(PREFIX + "*").handler(call -> forward(call, hazards));
    }

    /** A body waits until it is known who sends it, or what came meanwhile would be lost. */
    private static void hold(RoutingContext call) {
        if (call.normalizedPath().startsWith(PREFIX)) {
            call.request().pause();
        }
        call.next();
    }

    private static void forward(RoutingContext call, HttpProxy service) {
        HttpServerRequest request = call.request();
        if (!call.normalizedPath().equals(request.path())) {
            request.resume();
            call.fail(404); // whatever is hidden in its dots and slashes, nobody behind us shall find it
            return;
        }
        request.headers()
                .remove(HttpHeaders.COOKIE)
                .set(
                        HttpHeaders.AUTHORIZATION,
                        "Bearer "
                                + SignedIn.of(call)
                                        .getCredential(AccessTokenCredential.class)
                                        .getToken());
        service.handle(request);
    }

    /** Says that a service does not answer, in place of it. */
    private static final class Apology implements ProxyInterceptor {

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext call) {
            return call.sendRequest().recover(failure -> {
                LOG.warnf("no answer to %s: %s", call.request().proxiedRequest().path(), failure);
                return Future.succeededFuture(apology(call));
            });
        }

        private static ProxyResponse apology(ProxyContext call) {
            HttpServerRequest asked = call.request().proxiedRequest();
            String problem = Problem.UNREACHABLE.json(asked.path(), asked.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
            return call.request()
                    .release()
                    .response()
                    .setStatusCode(Problem.UNREACHABLE.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .putHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                    .setBody(Body.body(Buffer.buffer(problem)));
        }
    }
}
