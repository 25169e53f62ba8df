package io.bihuan.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SessionTest extends ConsoleTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/office", "/hazards/0199f3a0?tab=messages", "/sign-in"})
    void whoeverOpensAPageWithoutASessionIsSentToTheProvider(String path) {
        HttpResponse<String> sent = browser().open(path);
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(Browser.sentTo(sent, console).toString())
                .contains(
                        "/authorize?",
                        "response_type=code",
                        "client_id=console",
                        "code_challenge_method=S256",
                        "code_challenge=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/session", "/api/hazards", "/api/reports/stream"})
    void aScriptWithoutASessionIsToldSoAndSentNowhere(String path) {
        HttpResponse<String> told = browser().fetch(path);
        assertThat(told.statusCode()).isIn(401, 499);
        assertThat(told.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void whoeverSignsInComesBackToThePageThatHeOpened() {
        Browser browser = browser();
        HttpResponse<String> page = browser.signIn("/hazards/0199f3a0?tab=messages", "office", OFFICE);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().getRawPath() + "?" + page.uri().getRawQuery())
                .isEqualTo("/hazards/0199f3a0?tab=messages");
        assertThat(page.body()).contains("<div id=\"app\">");
    }

    @Test
    void thePagesLearnWhoIsSignedIn() {
        Browser browser = browser();
        browser.signIn("/", "unit", """
                {"name": "餐馆负责人", "roles": ["UNIT"], "unit": "92630102MA7520XX1P"}""");
        JsonObject told = new JsonObject(browser.fetch("/session").body());
        assertThat(told.getString("subject")).isEqualTo("unit");
        assertThat(told.getString("name")).isEqualTo("餐馆负责人");
        assertThat(told.getJsonArray("roles")).isEqualTo(new JsonArray().add("UNIT"));
        assertThat(told.getJsonArray("districts")).isEmpty();
        assertThat(told.getString("unit")).isEqualTo("92630102MA7520XX1P");
        assertThat(told.getInstant("until")).isNotNull();
        assertThat(told.getString("zone")).isEqualTo("Asia/Shanghai");
        assertThat(told.getBoolean("simulated")).isFalse();
    }

    @Test
    void theBrowserHoldsNothingButARandomId() {
        Browser browser = signedIn();
        assertThat(browser.sessionCookies()).singleElement().satisfies(cookie -> {
            assertThat(cookie.getValue()).matches("[A-Za-z0-9_-]{43}");
            assertThat(cookie.isHttpOnly()).isTrue();
        });
        assertThat(browser.sessionCookies().get(0).getValue())
                .isNotEqualTo(signedIn().sessionCookies().get(0).getValue());
    }

    @Test
    void anIdThatIsMadeUpIsNoSession() {
        Browser browser = browser();
        HttpResponse<String> told =
                browser.send(browser.ask("/session").header("Cookie", "q_session=" + "A".repeat(43)));
        assertThat(told.statusCode()).isIn(401, 499);
        assertThat(browser.send(browser.ask("/")
                                .setHeader("Sec-Fetch-Mode", "navigate")
                                .header("Cookie", "q_session=made-up"))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void aSessionThatWasSignedOutIsGoneForWhoeverKeptItsId() {
        Browser browser = signedIn();
        HttpCookie kept = browser.sessionCookies().get(0);
        HttpResponse<String> out = browser.open("/sign-out");
        assertThat(Browser.sentTo(out, console).getPath()).endsWith("/endsession");
        assertThat(browser.sessionCookies()).isEmpty();
        HttpResponse<String> told =
                browser.send(browser.ask("/session").header("Cookie", kept.getName() + "=" + kept.getValue()));
        assertThat(told.statusCode()).isIn(401, 499);
    }

    @Test
    void aSignInThatCannotBeCompletedSaysSo() {
        Browser browser = browser();
        String state = Browser.sentTo(browser.open("/"), console).getQuery().replaceFirst(".*\\bstate=([^&]*).*", "$1");
        HttpResponse<String> answer = browser.follow(browser.open("/sign-in?code=made-up&state=" + state), console);
        assertThat(answer.uri().getPath()).isEqualTo("/sign-in-failed.html");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("重新登录", "Sign in again");
    }

    @ParameterizedTest
    @CsvSource({
        "/sign-in?to=%2Foffice%3Fperiod%3DWEEK, /office?period=WEEK",
        "/sign-in, /",
        "/sign-in?to=https%3A%2F%2Fevil.example, /",
        "/sign-in?to=%2F%2Fevil.example, /",
        "/sign-in?to=%2F%5Cevil.example, /",
        "/sign-in?to=%2Foffice%0D%0ASet-Cookie%3Aa, /"
    })
    void whoeverHasSignedInGoesOnHereAndNowhereElse(String path, String on) {
        HttpResponse<String> sent = signedIn().open(path);
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.headers().firstValue("Location").map(URI::create)).contains(URI.create(on));
    }
}
