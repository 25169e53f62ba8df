package io.bihuan.console;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser as far as the console's server sees one: it keeps cookies, goes where it is sent and says where its calls come from. */
final class Browser {

    private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]*)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final URI console;

    Browser(URI console) {
        this.console = console;
    }

    /** Opens a page, and does not yet go where it is sent. */
    HttpResponse<String> open(String path) {
        return send(HttpRequest.newBuilder(console.resolve(path))
                .header("Accept", "text/html")
                .header("Sec-Fetch-Mode", "navigate"));
    }

    /** Asks from a page of the console's own. */
    HttpResponse<String> fetch(String path) {
        return send(ask(path));
    }

    HttpResponse<InputStream> listen(String path) {
        try {
            return client.send(ask(path).build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    HttpRequest.Builder ask(String path) {
        return HttpRequest.newBuilder(console.resolve(path))
                .header("Sec-Fetch-Mode", "cors")
                .header("Sec-Fetch-Site", "same-origin");
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /**
     * Opens a page without a session, signs in at the provider, and goes on until something is shown.
     *
     * @param claims what the provider shall say of the person, as JSON
     */
    HttpResponse<String> signIn(String path, String login, String claims) {
        URI provider = sentTo(open(path), console);
        HttpResponse<String> form = send(HttpRequest.newBuilder(provider));
        Matcher action = ACTION.matcher(form.body());
        URI posted = action.find() && !action.group(1).isBlank() ? provider.resolve(action.group(1)) : provider;
        HttpResponse<String> signed = send(HttpRequest.newBuilder(posted)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + encoded(login) + "&claims=" + encoded(claims))));
        return follow(signed, posted);
    }

    HttpResponse<String> follow(HttpResponse<String> answer, URI from) {
        HttpResponse<String> last = answer;
        URI at = from;
        while (last.statusCode() / 100 == 3) {
            at = sentTo(last, at);
            last = send(HttpRequest.newBuilder(at).header("Sec-Fetch-Mode", "navigate"));
        }
        return last;
    }

    static URI sentTo(HttpResponse<?> answer, URI from) {
        return from.resolve(answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError("sent nowhere: " + answer.statusCode() + " " + answer.body())));
    }

    /** The session's own; those of sign-ins that are under way are not counted. */
    List<HttpCookie> sessionCookies() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().startsWith("q_session"))
                .toList();
    }

    void forgetCookies() {
        cookies.getCookieStore().removeAll();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
