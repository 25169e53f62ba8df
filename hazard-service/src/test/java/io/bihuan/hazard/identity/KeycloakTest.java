package io.bihuan.hazard.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code -P keycloak} runs it: Keycloak takes a minute to start. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
@QuarkusTestResource(value = Keycloak.class, restrictToAnnotatedClass = true)
@Tag("keycloak")
class KeycloakTest {

    private static final Map<String, List<String>> NOWHERE = Map.of();

    private final Realm realm = new Realm();
    private final String client = "console-" + UUID.randomUUID();

    @Test
    void aPersonIsLetInAndSeesHisDistrictsAlone() {
        realm.client(client, true, Map.of());
        realm.person("north", "张伟", List.of("SUPERVISOR"), Map.of("districts", List.of("6301", "6322")));
        realm.person("east", "李娜", List.of("SUPERVISOR"), Map.of("districts", List.of("6302")));
        String north = realm.token(client, "north");
        assertThat(claims(north))
                .contains("\"aud\":\"bihuan\"", "\"roles\":[\"SUPERVISOR\"]", "\"name\":\"张伟\"")
                .contains("\"iss\":\"" + System.getProperty(Keycloak.ADDRESS) + "/realms/bihuan\"");

        Response found = found(north, "630102");

        found.then().statusCode(201);
        String hazard = found.header("Location");
        read(north, hazard).then().statusCode(200);
        read(realm.token(client, "east"), hazard).then().statusCode(404);
        found(realm.token(client, "east"), "630102").then().statusCode(not(201));
    }

    @Test
    void aUnitIsKnownByItsCode() {
        realm.client(client, true, Map.of());
        realm.person("kitchen", "王芳", List.of("UNIT"), Map.of("unit", List.of("KC-UNIT-1")));

        assertThat(claims(realm.token(client, "kitchen"))).contains("\"unit\":\"KC-UNIT-1\"");
        read(realm.token(client, "kitchen"), "/api/hazards").then().statusCode(200);
        read(realm.token(client, "kitchen"), "/api/inspections").then().statusCode(403);
    }

    @Test
    void whoHasNoRoleMayDoNothing() {
        realm.client(client, true, Map.of());
        realm.person("nobody", "赵静", List.of(), Map.of("districts", List.of("63")));

        read(realm.token(client, "nobody"), "/api/hazards").then().statusCode(403);
    }

    @Test
    void aTokenForSomethingElseIsNoToken() {
        realm.client(client, false, Map.of());
        realm.person("visitor", "刘洋", List.of("ADMIN"), NOWHERE);

        read(realm.token(client, "visitor"), "/api/hazards").then().statusCode(401);
        read(realm.administratorsToken(), "/api/hazards").then().statusCode(401);
    }

    @Test
    void whoIsSignedOutGetsNoFurtherTokenAndTheOneThatHeHasEnds() {
        realm.client(client, true, Map.of("access.token.lifespan", "2"));
        String subject = realm.person("leaver", "陈杰", List.of("ADMIN"), NOWHERE);
        Response signedIn = realm.signIn(client, "leaver");
        read(signedIn.path("access_token"), "/api/hazards").then().statusCode(200);

        realm.signOut(subject);

        realm.refreshed(client, signedIn.path("refresh_token"))
                .then()
                .statusCode(400)
                .body(containsString("invalid_grant"));
        // 30 seconds of grace
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> read(signedIn.path("access_token"), "/api/hazards")
                        .then()
                        .statusCode(401));
    }

    @Test
    void aNewKeyNeedsNoRestart() {
        realm.client(client, true, Map.of());
        realm.person("lasting", "杨帆", List.of("ADMIN"), NOWHERE);
        String before = realm.token(client, "lasting");
        read(before, "/api/hazards").then().statusCode(200);

        realm.newKey();

        String after = realm.token(client, "lasting");
        assertThat(header(after)).isNotEqualTo(header(before));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> read(after, "/api/hazards").then().statusCode(200));
        read(before, "/api/hazards").then().statusCode(200);
    }

    @Test
    void nobodyGivesHimselfDistrictsOrAnotherName() {
        realm.client(client, false, Map.of());
        realm.person("climber", "周强", List.of("INSPECTOR"), Map.of("districts", List.of("630102")));
        String token = realm.token(client, "climber");
        Map<String, Object> self = new HashMap<>(
                realm.account(token).get("/").then().statusCode(200).extract().path(""));
        self.remove("userProfileMetadata");
        self.putAll(Map.of("firstName", "市长", "attributes", Map.of("districts", List.of("63"))));

        realm.account(token)
                .contentType(ContentType.JSON)
                .body(self)
                .post("/")
                .then()
                .statusCode(400)
                .body(containsString("error-user-attribute-read-only"));
    }

    @Test
    void peopleSignInWithProofAndAreSentBackToTheConsoleAlone() {
        Map<String, String> ask = Map.of(
                "client_id", "console",
                "response_type", "code",
                "scope", "openid",
                "redirect_uri", Keycloak.CONSOLE + "/");
        Map<String, String> withProof = new HashMap<>(ask);
        withProof.putAll(Map.of("code_challenge_method", "S256", "code_challenge", "a".repeat(43)));
        Map<String, String> elsewhere = new HashMap<>(withProof);
        elsewhere.put("redirect_uri", "https://elsewhere.example.org/");

        realm.signInPage(withProof).then().statusCode(200);
        realm.signInPage(ask).then().statusCode(302).header("Location", containsString("error=invalid_request"));
        realm.signInPage(elsewhere).then().statusCode(400);
    }

    @Test
    void theConsoleGetsTokensForWhoSignedInIfItSaysItsSecret() {
        realm.person("worker", "孙丽", List.of("INSPECTOR"), Map.of("districts", List.of("630102")));

        realm.signInForTheConsole("worker", "made-up").then().statusCode(401);
        Response tokens = realm.signInForTheConsole("worker", Keycloak.PASSWORD);

        tokens.then().statusCode(200);
        assertThat(claims(tokens.path("id_token"))).contains("\"aud\":\"console\"", "\"name\":\"孙丽\"");
        read(tokens.path("access_token"), "/api/hazards").then().statusCode(200);
        assertThat(claims(tokens.path("access_token")))
                .contains("\"iss\":\"" + System.getProperty(Keycloak.ADDRESS) + "/realms/bihuan\"");
    }

    private static Response found(String token, String district) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body("""
                        {"districtCode": "%s", "grade": "GENERAL", "category": "COMMERCIAL_USE", "source": "INSPECTION",
                         "description": "后厨未安装可燃气体报警器", "location": {"lat": 36.6171, "lon": 101.7982},
                         "unit": {"name": "某餐馆"}}""".formatted(district))
                .post("/api/hazards");
    }

    private static Response read(String token, String path) {
        return given().auth().oauth2(token).get(path);
    }

    private static String header(String token) {
        return part(token, 0);
    }

    private static String claims(String token) {
        return part(token, 1);
    }

    private static String part(String token, int which) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[which]), StandardCharsets.UTF_8);
    }
}
