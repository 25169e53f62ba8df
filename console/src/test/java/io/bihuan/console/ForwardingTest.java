package io.bihuan.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ForwardingTest extends ConsoleTest {

    @ParameterizedTest
    @CsvSource({
        "/api/hazards?status=FOUND&q=%E7%87%83%E6%B0%94, hazard-service",
        "/api/districts, hazard-service",
        "/api/notifications/messages, notification-service",
        "/api/reports/districts?parent=63, reporting-service"
    })
    void aCallReachesTheServiceThatKnowsWithTheTokenAndWithoutTheCookie(String path, String service) {
        Browser browser = signedIn();
        JsonObject reached = new JsonObject(browser.fetch(path).body());
        assertThat(reached.getString("service")).isEqualTo(service);
        assertThat(reached.getString("uri")).isEqualTo(path);
        JsonObject headers = reached.getJsonObject("headers");
        assertThat(headers.getString("authorization")).startsWith("Bearer ey");
        assertThat(headers.fieldNames()).doesNotContain("cookie");
        assertThat(reached.encode())
                .doesNotContain(browser.sessionCookies().get(0).getValue());
    }

    @Test
    void aTokenOfSomebodyElsesMakingIsReplaced() {
        Browser browser = signedIn();
        JsonObject reached =
                new JsonObject(browser.send(browser.ask("/api/hazards").header("Authorization", "Bearer mine"))
                        .body());
        assertThat(reached.getJsonObject("headers").getString("authorization")).doesNotContain("mine");
    }

    @Test
    void whatElseACallSaysGoesAlongAndTheAnswerComesAsItIs() {
        Browser browser = signedIn();
        HttpResponse<String> answer = browser.send(browser.ask("/api/hazards/1/closure")
                .header("Idempotency-Key", "k")
                .header("If-Match", "\"6\"")
                .header("Accept-Language", "en")
                .POST(BodyPublishers.ofString("{}")));
        JsonObject reached = new JsonObject(answer.body());
        assertThat(reached.getString("method")).isEqualTo("POST");
        assertThat(reached.getInteger("length")).isEqualTo(2);
        assertThat(reached.getJsonObject("headers").getMap())
                .containsEntry("idempotency-key", "k")
                .containsEntry("if-match", "\"6\"")
                .containsEntry("accept-language", "en");
        assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
        assertThat(browser.fetch("/api/hazards/missing").statusCode()).isEqualTo(404);
    }

    @Test
    void aLargeFileGoesThrough() {
        Browser browser = signedIn();
        HttpResponse<String> answer =
                browser.send(browser.ask("/api/imports").POST(BodyPublishers.ofByteArray(new byte[30 * 1024 * 1024])));
        assertThat(new JsonObject(answer.body()).getInteger("length")).isEqualTo(30 * 1024 * 1024);
    }

    @Test
    void whatIsToldByAndByArrivesByAndBy() throws Exception {
        HttpResponse<java.io.InputStream> stream = signedIn().listen("/api/reports/stream");
        try (BufferedReader told = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(told.readLine()).isEqualTo("data: first");
            Upstream.secondPiece().countDown();
            assertThat(told.readLine()).isEmpty();
            assertThat(told.readLine()).isEqualTo("data: second");
        }
    }

    @Test
    void whoeverStopsListeningIsLetGoByTheServiceToo() throws Exception {
        signedIn().listen("/api/reports/endless").body().close();
        assertThat(Upstream.left().await(60, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/../q/metrics",
                "/api/%2e%2e/q/metrics",
                "/api/hazards/..%2f..%2fq/metrics/../../..",
                "/api//hazards",
                "/api/reports/../../q/metrics"
            })
    void noDotsLeadOutOfTheInterface(String path) {
        Browser browser = signedIn();
        HttpResponse<String> answer = browser.send(browser.ask(path));
        assertThat(answer.body()).doesNotContain("\"service\"");
    }

    @ParameterizedTest
    @CsvSource({"cross-site", "same-site", "none"})
    void nothingIsChangedForAPageOfAnotherSite(String site) {
        Browser browser = signedIn();
        HttpResponse<String> answer = browser.send(browser.ask("/api/hazards")
                .setHeader("Sec-Fetch-Site", site)
                .header("Accept-Language", "en")
                .POST(BodyPublishers.ofString("{}")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(new JsonObject(answer.body()).getString("title")).isEqualTo("Not from here");
    }

    @Test
    void aBrowserThatTellsOnlyTheOriginIsBelievedIfItIsOurs() {
        Browser browser = signedIn();
        assertThat(change(browser, "http://" + console.getAuthority())).isEqualTo(200);
        assertThat(change(browser, "https://" + console.getAuthority())).isEqualTo(200);
        assertThat(change(browser, "http://" + console.getHost() + ":1")).isEqualTo(403);
        assertThat(change(browser, "http://evil.example")).isEqualTo(403);
        assertThat(change(browser, "null")).isEqualTo(403);
        assertThat(change(browser, "http://[")).isEqualTo(403);
    }

    private static int change(Browser browser, String origin) {
        return browser.send(java.net.http.HttpRequest.newBuilder(
                                browser.ask("/api/hazards").build().uri())
                        .header("Origin", origin)
                        .POST(BodyPublishers.ofString("{}")))
                .statusCode();
    }

    @Test
    void aChangeThatSaysNothingOfItsOriginIsRefused() {
        Browser browser = signedIn();
        assertThat(browser.send(java.net.http.HttpRequest.newBuilder(
                                        browser.ask("/api/hazards").build().uri())
                                .DELETE())
                        .statusCode())
                .isEqualTo(403);
    }
}
