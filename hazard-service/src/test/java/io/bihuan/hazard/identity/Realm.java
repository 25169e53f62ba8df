package io.bihuan.hazard.identity;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The realm as its administrator sees it, and as people who sign in do. */
final class Realm {

    private final String address = System.getProperty(Keycloak.ADDRESS);

    /** Makes a client; whoever signs in by it gets tokens for the services if it has the mappers of the console. */
    void client(String id, boolean asConsole, Map<String, String> attributes) {
        Map<String, Object> client = new HashMap<>(asConsole ? console() : Map.of("publicClient", true));
        client.keySet()
                .removeAll(
                        List.of("id", "redirectUris", "webOrigins", "attributes", "clientAuthenticatorType", "secret"));
        client.putAll(Map.of(
                "clientId",
                id,
                "publicClient",
                true,
                "standardFlowEnabled",
                false,
                "directAccessGrantsEnabled",
                true,
                "attributes",
                attributes));
        created("/bihuan/clients", client);
        if (asConsole) {
            String made = admin().get("/bihuan/clients?clientId=" + id).path("[0].id");
            List<Map<String, ?>> roles = admin().get(
                            "/bihuan/clients/" + console().get("id") + "/scope-mappings/realm")
                    .path("");
            admin().body(roles)
                    .post("/bihuan/clients/" + made + "/scope-mappings/realm")
                    .then()
                    .statusCode(204);
        }
    }

    private Map<String, Object> console() {
        Map<String, Object> console =
                admin().get("/bihuan/clients?clientId=console").path("[0]");
        if (console.get("protocolMappers") instanceof List<?> mappers) {
            mappers.forEach(mapper -> ((Map<?, ?>) mapper).remove("id")); // each has one of its own
        }
        return console;
    }

    /** @return the subject of tokens of somebody who now can sign in */
    String person(String login, String name, List<String> roles, Map<String, List<String>> attributes) {
        String subject = created(
                        "/bihuan/users",
                        Map.of(
                                "username", login,
                                "firstName", name,
                                "enabled", true,
                                "attributes", attributes,
                                "credentials", List.of(Map.of("type", "password", "value", Keycloak.PASSWORD))))
                .replaceFirst(".*/", "");
        admin().body(roles.stream()
                        .map(role -> admin().get("/bihuan/roles/" + role).path(""))
                        .toList())
                .post("/bihuan/users/" + subject + "/role-mappings/realm")
                .then()
                .statusCode(204);
        return subject;
    }

    void signOut(String subject) {
        admin().post("/bihuan/users/" + subject + "/logout").then().statusCode(204);
    }

    /** From now on tokens are signed with a new key; those with the old one are still good. */
    void newKey() {
        String realm = admin().get("/bihuan").path("id");
        created(
                "/bihuan/components",
                Map.of(
                        "name", "newer",
                        "providerId", "rsa-generated",
                        "providerType", "org.keycloak.keys.KeyProvider",
                        "parentId", realm,
                        "config",
                                Map.of(
                                        "priority", List.of("200"),
                                        "enabled", List.of("true"),
                                        "active", List.of("true"),
                                        "algorithm", List.of("RS256"),
                                        "keySize", List.of("2048"))));
    }

    String token(String client, String login) {
        return signIn(client, login).path("access_token");
    }

    Response signIn(String client, String login) {
        return tokens("bihuan", Map.of("grant_type", "password", "client_id", client, "username", login))
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    /** Signs in as a browser does that the console sent here, and takes back to it what it is sent back with. */
    Response signInForTheConsole(String login, String secret) {
        String verifier = "v".repeat(43);
        Response page = signInPage(Map.of(
                "client_id", "console",
                "response_type", "code",
                "scope", "openid",
                "redirect_uri", Keycloak.CONSOLE + "/sign-in",
                "code_challenge_method", "S256",
                "code_challenge", sha256(verifier)));
        String action = page.body()
                .asString()
                .replaceAll("(?s).*action=\"([^\"]+)\".*", "$1")
                .replace("&amp;", "&");
        String back = given().noFilters()
                .urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .cookies(page.cookies())
                .contentType(ContentType.URLENC)
                .formParams(Map.of("username", login, "password", Keycloak.PASSWORD))
                .post(action)
                .then()
                .statusCode(302)
                .extract()
                .header("Location");
        return tokens(
                "bihuan",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        "console",
                        "client_secret",
                        secret,
                        "code",
                        back.replaceAll(".*[?&]code=([^&]+).*", "$1"),
                        "code_verifier",
                        verifier,
                        "redirect_uri",
                        Keycloak.CONSOLE + "/sign-in"));
    }

    private static String sha256(String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Response refreshed(String client, String refreshToken) {
        return tokens(
                "bihuan", Map.of("grant_type", "refresh_token", "client_id", client, "refresh_token", refreshToken));
    }

    /** A token of Keycloak's own administrator, which the services have nothing to do with. */
    String administratorsToken() {
        return tokens("master", Map.of("grant_type", "password", "client_id", "admin-cli", "username", "first-admin"))
                .path("access_token");
    }

    /** What a person sees of himself, and may change there. */
    RequestSpecification account(String token) {
        return at(address + "/realms/bihuan/account").auth().oauth2(token).accept(ContentType.JSON);
    }

    /** The page at which people sign in. */
    Response signInPage(Map<String, String> parameters) {
        return at(address)
                .redirects()
                .follow(false)
                .queryParams(parameters)
                .get("/realms/bihuan/protocol/openid-connect/auth");
    }

    private Response tokens(String realm, Map<String, String> form) {
        return at(address)
                .contentType(ContentType.URLENC)
                .formParams(form)
                .formParam("password", Keycloak.PASSWORD)
                .formParam("scope", "openid")
                .post("/realms/" + realm + "/protocol/openid-connect/token");
    }

    private String created(String path, Map<String, ?> what) {
        return admin().body(what).post(path).then().statusCode(201).extract().header("Location");
    }

    private RequestSpecification admin() {
        return at(address + "/admin/realms")
                .auth()
                .oauth2(administratorsToken())
                .contentType(ContentType.JSON);
    }

    private static RequestSpecification at(String address) {
        return given().noFilters().baseUri(address);
    }
}
