package io.bihuan.console;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The screens. They are one page, {@code index.html}, whose script shows what its address says, so every address that is nothing else
 * answers that page; scripts, styles and pictures are files under {@code /assets} that never change under their name.
 */
@Singleton
class Pages {

    private static final String SIGN_IN = "/sign-in";
    private static final String SIGN_IN_FAILED = "/sign-in-failed.html";
    private static final String ASSETS = "/assets/";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_EACH_TIME = "no-cache";
    private static final String NEVER = "no-store";

    /** Scripts, styles and data from here alone; pictures also those that were just taken or drawn. */
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' blob: data:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    private static final int BEFORE_EVERYTHING = 290;

    /** Behind the files. */
    private static final int LAST = 20_000;

    private static final List<String> NOT_PAGES = List.of(ASSETS, Forwarding.PREFIX, "/q/");

    private final String page = read("META-INF/resources/index.html");
    private final String version = "\"" + Integer.toHexString(page.hashCode()) + "\"";

    void guard(@Observes Filters filters) {
        filters.register(Pages::guard, BEFORE_EVERYTHING);
    }

    void route(@Observes Router router) {
        router.get("/").handler(this::show);
        router.get("/index.html").handler(this::show);
        router.get(SIGN_IN).handler(Pages::goOn);
        router.get().order(LAST).handler(this::showUnlessFile);
    }

    private static void guard(RoutingContext call) {
        String path = call.normalizedPath();
        // What services answer bears headers of their own.
        if (!path.startsWith(Forwarding.PREFIX)) {
            call.response()
                    .headers()
                    .set("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                    .set("X-Content-Type-Options", "nosniff")
                    .set("X-Frame-Options", "DENY")
                    .set("Referrer-Policy", "no-referrer")
                    .set("Cross-Origin-Opener-Policy", "same-origin")
                    .set("Permissions-Policy", "camera=(self), geolocation=(self), microphone=()");
            call.addHeadersEndHandler(end -> finish(call, path));
        }
        call.next();
    }

    private static void finish(RoutingContext call, String path) {
        HttpServerResponse response = call.response();
        if (path.equals(SIGN_IN) && response.getStatusCode() == 401) {
            // Quarkus would show an empty page to whoever took too long, went back or was refused.
            response.setStatusCode(303).putHeader(HttpHeaders.LOCATION, SIGN_IN_FAILED);
        }
        response.putHeader(HttpHeaders.CACHE_CONTROL, caching(response.getStatusCode(), path));
    }

    private static String caching(int status, String path) {
        boolean found = status == 200 || status == 304;
        if (path.startsWith(ASSETS)) {
            return found ? FOR_EVER : NEVER;
        }
        return found && !path.equals("/session") ? ASK_EACH_TIME : NEVER;
    }

    private void showUnlessFile(RoutingContext call) {
        String path = call.normalizedPath();
        boolean file = path.indexOf('.', path.lastIndexOf('/')) >= 0;
        if (file || NOT_PAGES.stream().anyMatch(path::startsWith)) {
            call.next();
        } else {
            show(call);
        }
    }

    /** Known by what it says: its time would be that of the release, the same for two builds that differ. */
    private void show(RoutingContext call) {
        call.response().putHeader(HttpHeaders.ETAG, version);
        if (version.equals(call.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            call.response().setStatusCode(304).end();
        } else {
            call.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                    .end(page);
        }
    }

    /** Whoever comes here has signed in, and goes on where he was: {@code /sign-in?to=/hazards/…}. */
    private static void goOn(RoutingContext call) {
        String to = call.queryParams().get("to");
        // Two slashes, of either kind, would be another site.
        boolean here = to != null && to.matches("/(?![/\\\\])[!-~]*");
        call.response()
                .setStatusCode(303)
                .putHeader(HttpHeaders.LOCATION, here ? to : "/")
                .end();
    }

    private static String read(String file) {
        try (InputStream found = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            if (found == null) {
                throw new IllegalStateException(file + " is missing: the pages were not built");
            }
            return new String(found.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
