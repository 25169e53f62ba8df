package io.bihuan.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ResourceOwnerPasswordCredentialsGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequestHandler;
import no.nav.security.mock.oauth2.http.OAuth2HttpServer;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * An OpenID provider that trusts everybody: whoever signs in as a {@link DemoPerson} is that person, without a password. Its keys are
 * new at every start, and who had signed in is forgotten. A program's request for a token by name may bring {@code claims} of its own, a
 * JSON object that goes over the person's.
 */
public final class LocalIdentity implements AutoCloseable {

    static final String NAME = "identity";

    private static final String ISSUER = "bihuan";
    private static final Duration DAY = Duration.ofHours(24);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OAuth2HttpServer server;

    private LocalIdentity(OAuth2HttpServer server) {
        this.server = server;
    }

    /** @param port where it listens on 127.0.0.1; 0 for one that is free */
    public static LocalIdentity start(int port) {
        try {
            // Keys that the library brings along are known to everybody.
            var key = new RSAKeyGenerator(2048).generate();
            var tokens = new OAuth2TokenProvider(new KeyProvider(List.<JWK>of(key), "RS256"));
            var server = new NettyWrapper();
            var config = new OAuth2Config(true, null, null, false, tokens, Set.of(new Claims()), server);
            server.start(
                    InetAddress.getLoopbackAddress(),
                    port,
                    new SignIn(new OAuth2HttpRequestHandler(config).getAuthorizationServer()));
            return new LocalIdentity(server);
        } catch (JOSEException | RuntimeException e) {
            throw new PartFailedException(NAME, "did not start: " + e, e);
        }
    }

    /** @return what services know as {@code quarkus.oidc.auth-server-url} */
    public String issuer() {
        return server.url(ISSUER).toString();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** What is written into a token. */
    private static final class Claims implements OAuth2TokenCallback {

        @Override
        public String issuerId() {
            return ISSUER;
        }

        @Override
        public String subject(TokenRequest request) {
            var grant = request.getAuthorizationGrant().getType();
            if (grant.equals(GrantType.AUTHORIZATION_CODE) || grant.equals(GrantType.REFRESH_TOKEN)) {
                // Whose they are is known by the code or the token: these are unknown, or were used before.
                throw new OAuth2Exception(OAuth2Error.INVALID_GRANT, "unknown " + grant.getValue());
            }
            return login(request);
        }

        @Override
        public String typeHeader(TokenRequest request) {
            return "JWT";
        }

        @Override
        public List<String> audience(TokenRequest request) {
            return List.of("bihuan");
        }

        @Override
        public Map<String, Object> addClaims(TokenRequest request) {
            var claims = new HashMap<String, Object>();
            DemoPerson.called(login(request)).ifPresent(person -> claims.putAll(person.claims()));
            var given = request.getCustomParameter("claims");
            if (given != null) {
                given.forEach(json -> claims.putAll(read(json)));
            }
            return claims;
        }

        @Override
        public long tokenExpiry() {
            return DAY.toSeconds();
        }

        private static String login(TokenRequest request) {
            return request.getAuthorizationGrant() instanceof ResourceOwnerPasswordCredentialsGrant password
                    ? password.getUsername()
                    : String.valueOf(request.getClientID());
        }

        private static Map<String, Object> read(String json) {
            try {
                Map<String, Object> claims = JSON.readValue(json, new TypeReference<>() {});
                for (var time : List.of("exp", "nbf", "iat")) {
                    claims.computeIfPresent(
                            time, (name, seconds) -> Date.from(Instant.ofEpochSecond(((Number) seconds).longValue())));
                }
                return claims;
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException("claims must be a JSON object", e);
            }
        }
    }
}
