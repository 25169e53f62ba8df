package io.bihuan.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bihuan.stack.client.Api;
import java.net.URI;
import java.util.Set;
import kotlin.jvm.functions.Function1;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the provider where browsers come by: shows the {@link SignInPage}, lets in whom it names and nobody else,
 * and sends browsers to addresses of this machine alone.
 */
final class SignIn implements Function1<OAuth2HttpRequest, OAuth2HttpResponse> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Function1<OAuth2HttpRequest, OAuth2HttpResponse> provider;

    SignIn(Function1<OAuth2HttpRequest, OAuth2HttpResponse> provider) {
        this.provider = provider;
    }

    @Override
    public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
        var path = request.getUrl().encodedPath();
        if (path.endsWith("/authorize")) {
            return authorize(request);
        }
        if (path.endsWith("/endsession")) {
            return signOut(request);
        }
        return provider.invoke(request);
    }

    private OAuth2HttpResponse authorize(OAuth2HttpRequest request) {
        var back = request.getUrl().queryParameter("redirect_uri");
        if (back == null || !isHere(back)) {
            return refused("redirect_uri must be an address of this machine");
        }
        return switch (request.getMethod()) {
            case "GET" -> page();
            case "POST" ->
                DemoPerson.called(String.valueOf(request.getFormParameters().get("username")))
                        .map(person -> provider.invoke(signedIn(request, person)))
                        .orElseGet(() -> refused("nobody here is called that; there are " + DemoPerson.logins()));
            default -> provider.invoke(request);
        };
    }

    private OAuth2HttpResponse signOut(OAuth2HttpRequest request) {
        var back = request.getUrl().queryParameter("post_logout_redirect_uri");
        return back == null || isHere(back)
                ? provider.invoke(request)
                : refused("post_logout_redirect_uri must be an address of this machine");
    }

    /** The request as the provider takes it: what stands in the token is the person's, whatever the form said. */
    private static OAuth2HttpRequest signedIn(OAuth2HttpRequest request, DemoPerson person) {
        try {
            var form = "username=" + Api.encoded(person.login()) + "&claims="
                    + Api.encoded(JSON.writeValueAsString(person.claims()));
            return new OAuth2HttpRequest(request.getHeaders(), request.getMethod(), request.getOriginalUrl(), form);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isHere(String address) {
        try {
            var uri = URI.create(address);
            @Nullable String host = uri.getHost();
            return "http".equals(uri.getScheme()) && host != null && THIS_MACHINE.contains(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static OAuth2HttpResponse page() {
        return new OAuth2HttpResponse(
                Headers.of(
                        "Content-Type", "text/html; charset=utf-8",
                        "Content-Security-Policy", SignInPage.CONTENT_SECURITY_POLICY,
                        "Cache-Control", "no-store",
                        "Referrer-Policy", "no-referrer",
                        "X-Content-Type-Options", "nosniff"),
                200,
                SignInPage.HTML,
                null);
    }

    private static OAuth2HttpResponse refused(String why) {
        return new OAuth2HttpResponse(Headers.of("Content-Type", "text/plain; charset=utf-8"), 400, why, null);
    }
}
