package io.bihuan.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import io.bihuan.stack.client.Api;
import io.bihuan.stack.client.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in as a browser does, for the client {@code console}. */
class LocalIdentityTest {

    private static final LocalIdentity IDENTITY = LocalIdentity.start(0);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String CONSOLE = "http://localhost:8080/";

    private final CodeVerifier verifier = new CodeVerifier();

    @AfterAll
    static void stop() {
        IDENTITY.close();
    }

    @Test
    void thePageNamesEverybodyInChineseAndEnglishAndRunsNothing() throws Exception {
        var page = get(authorization(CONSOLE));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(DemoPerson.values()).allSatisfy(person -> assertThat(page.body())
                .contains("value=\"" + person.login() + "\"", person.fullName(), person.englishName()));
        assertThat(page.body()).doesNotContain("<script", "onclick", "javascript:", "http://", "https://");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .startsWith("default-src 'none'; style-src 'sha256-")
                .contains("frame-ancestors 'none'");
    }

    @ParameterizedTest
    @EnumSource
    void whoSignsInIsToldOfAsByTheTokenOfTheCommand(DemoPerson person) throws Exception {
        var tokens = exchanged(code(person.login()), verifier);

        var command = new Tokens(IDENTITY.issuer()).of(person.login());
        assertThat(said(tokens, "access_token"))
                .isEqualTo(lasting(SignedJWT.parse(command).getJWTClaimsSet()))
                .containsEntry("sub", person.login())
                .containsEntry("aud", List.of("bihuan"))
                .containsEntry("name", person.fullName())
                .containsEntry("roles", List.of(person.role()));
        assertThat(said(tokens, "id_token"))
                .containsEntry("sub", person.login())
                .containsEntry("aud", List.of("console"))
                .containsEntry("name", person.fullName());
    }

    @Test
    void aCodeIsGoodOnceAndForWhoAskedForIt() throws Exception {
        assertThat(exchanged(code("office"), new CodeVerifier()).path("error").asText())
                .isEqualTo("invalid_grant");
        var code = code("office");
        assertThat(exchanged(code, verifier).has("access_token")).isTrue();
        assertThat(exchanged(code, verifier).path("error").asText()).isEqualTo("invalid_grant");
        assertThat(exchanged("made-up", verifier).path("error").asText()).isEqualTo("invalid_grant");
    }

    @Test
    void aRefreshTokenBringsTokensOfTheSamePersonHoweverOften() throws Exception {
        var first = exchanged(code("supervisor-6301"), verifier);

        for (int time = 0; time < 2; time++) {
            var next = refreshed(first.path("refresh_token").asText());
            assertThat(said(next, "access_token")).isEqualTo(said(first, "access_token"));
            assertThat(said(next, "id_token")).containsEntry("sub", "supervisor-6301");
        }
        assertThat(refreshed("made-up").path("error").asText()).isEqualTo("invalid_grant");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "username=",
                "username=nobody",
                "username=OFFICE",
                "claims=%7B%22roles%22%3A%5B%22ADMIN%22%5D%7D"
            })
    void nobodyElseSignsIn(String form) throws Exception {
        var refused = post(authorization(CONSOLE), form);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void nobodySaysOfHimselfMoreThanIsTrue() throws Exception {
        var code = code("unit&claims=" + Api.encoded("{\"roles\":[\"ADMIN\"]}"));
        assertThat(said(exchanged(code, verifier), "access_token")).containsEntry("roles", List.of("UNIT"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/",
                "http://localhost.example.org/",
                "http://localhost@example.org/",
                "//example.org",
                "javascript:alert(1)",
                "not an address",
                ""
            })
    void nobodyIsSentAwayFromThisMachine(String elsewhere) throws Exception {
        assertThat(get(authorization(elsewhere)).statusCode()).isEqualTo(400);
        assertThat(post(authorization(elsewhere), "username=office").statusCode())
                .isEqualTo(400);
        assertThat(get(signOut(elsewhere)).statusCode()).isEqualTo(400);
    }

    @Test
    void whoSignsOutComesBackToTheConsole() throws Exception {
        var back = get(signOut(CONSOLE) + "&state=abc");
        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(back.headers().firstValue("Location")).contains(CONSOLE + "?state=abc");
    }

    private String code(String username) throws Exception {
        var signedIn = post(authorization(CONSOLE), "username=" + username);
        assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(302);
        var back = URI.create(signedIn.headers().firstValue("Location").orElseThrow());
        assertThat(back.toString()).startsWith(CONSOLE).contains("state=xyz");
        return back.getQuery().replaceFirst(".*\\bcode=([^&]+).*", "$1");
    }

    private String authorization(String back) {
        return IDENTITY.issuer() + "/authorize?client_id=console&response_type=code&scope=openid&state=xyz"
                + "&code_challenge_method=S256&code_challenge="
                + CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue()
                + "&redirect_uri=" + Api.encoded(back);
    }

    private static String signOut(String back) {
        return IDENTITY.issuer() + "/endsession?post_logout_redirect_uri=" + Api.encoded(back);
    }

    private static JsonNode exchanged(String code, CodeVerifier verifier) throws Exception {
        return token("grant_type=authorization_code&code=" + code + "&code_verifier=" + verifier.getValue()
                + "&redirect_uri=" + Api.encoded(CONSOLE));
    }

    private static JsonNode refreshed(String token) throws Exception {
        return token("grant_type=refresh_token&refresh_token=" + token);
    }

    private static JsonNode token(String form) throws Exception {
        var answer = post(IDENTITY.issuer() + "/token", form + "&client_id=console&client_secret=of-no-matter");
        return new ObjectMapper().readTree(answer.body());
    }

    private static Map<String, Object> said(JsonNode tokens, String token) throws ParseException {
        return lasting(SignedJWT.parse(tokens.path(token).asText()).getJWTClaimsSet());
    }

    /** What a token says but for when it does and which it is. */
    private static Map<String, Object> lasting(JWTClaimsSet claims) {
        var lasting = new TreeMap<>(claims.getClaims());
        List.of("iat", "nbf", "exp", "jti").forEach(lasting::remove);
        return lasting;
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String address, String form) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }
}
