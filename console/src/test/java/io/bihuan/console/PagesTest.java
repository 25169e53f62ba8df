package io.bihuan.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PagesTest extends ConsoleTest {

    private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"");

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/office", "/hazards/0199f3a0", "/nowhere/at/all"})
    void everyAddressThatIsNothingElseIsThePage(String path) {
        HttpResponse<String> page = signedIn().open(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<div id=\"app\">");
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
    }

    @Test
    void thePageIsNotSentAgainToWhoeverHasIt() {
        Browser browser = signedIn();
        String version = browser.open("/office").headers().firstValue("ETag").orElseThrow();
        assertThat(browser.send(browser.ask("/").header("If-None-Match", version))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void itsFilesAreKeptForEverAndAreAnybodys() {
        Matcher script = SCRIPT.matcher(signedIn().open("/").body());
        assertThat(script.find()).isTrue();
        Browser anybody = browser();
        HttpResponse<String> file = anybody.send(anybody.ask(script.group(1)).header("Accept-Encoding", "gzip"));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(file.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/javascript");
    }

    /** What keeps the pages for dead spots may rule all of them, and is asked for anew each time, or an old one would rule for ever. */
    @Test
    void theWorkerIsAnybodysAndNeverKept() {
        HttpResponse<String> worker = browser().fetch("/worker.js");
        assertThat(worker.statusCode()).isEqualTo(200);
        assertThat(worker.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(worker.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/javascript");
        Matcher script = SCRIPT.matcher(signedIn().open("/").body());
        assertThat(script.find()).isTrue();
        assertThat(worker.body()).contains('"' + script.group(1) + '"');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/nothing.js",
                "/favicon.ico",
                "/assets/../application.properties",
                "/assets/..%2f..%2f..%2fapplication.properties",
                "/assets/%2e%2e/%2e%2e/application.properties",
                "/..%2fapplication.properties",
                "/META-INF/MANIFEST.MF",
                "/q/nothing"
            })
    void whatIsNoFileOfThePagesIsNotThere(String path) {
        Browser browser = signedIn();
        HttpResponse<String> answer = browser.send(browser.ask(path));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body()).doesNotContain("quarkus.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/session", "/assets/nothing.js"})
    void aBrowserIsToldToRunNothingButOurFiles(String path) {
        Browser browser = signedIn();
        HttpResponse<String> answer = browser.fetch(path);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains(
                        "script-src 'self';",
                        "style-src 'self';",
                        "object-src 'none'",
                        "base-uri 'none'",
                        "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    }

    @Test
    void whoIsSignedInIsKeptNowhere() {
        assertThat(signedIn().fetch("/session").headers().firstValue("Cache-Control"))
                .contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/live", "/q/health/ready", "/q/health/started", "/q/metrics"})
    void healthAndMetricsAreThere(String path) {
        assertThat(browser().fetch(path).statusCode()).isEqualTo(200);
    }

    @Test
    void nothingIsInlineInThePage() {
        assertThat(signedIn().open("/").body())
                .doesNotContain("<style", "style=")
                .doesNotContainPattern("<script[^>]*>[^<]");
    }
}
