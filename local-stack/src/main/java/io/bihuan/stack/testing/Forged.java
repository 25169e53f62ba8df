package io.bihuan.stack.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Tokens that must open nothing, each but for one thing an administrator's. */
public final class Forged {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /** Long past, whatever time it is where the test runs. */
    private static final long IN_2020 = 1_600_000_000;

    private Forged() {}

    /** @return the tokens by what is wrong with them */
    public static Map<String, String> tokens() {
        var tokens = new LinkedHashMap<String, String>();
        tokens.put("that has expired", Callers.token("admin", Map.of("exp", IN_2020, "iat", IN_2020, "nbf", IN_2020)));
        tokens.put("for another audience", Callers.token("admin", Map.of("aud", Set.of("another"))));
        tokens.put("of another provider", Callers.token("admin", Map.of("iss", "http://localhost/another")));
        tokens.put("signed by another key", signedByAnotherKey(Callers.token("admin")));
        tokens.put("with alg none", unsigned(Callers.token("admin")));
        tokens.put("whose roles were changed", withRole(Callers.token("unit"), "ADMIN"));
        tokens.put("that is none", "none");
        return tokens;
    }

    private static String signedByAnotherKey(String token) {
        try {
            var keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            var signed = token.substring(0, token.lastIndexOf('.'));
            return signed + "."
                    + ENCODER.encodeToString(signature(keys.generateKeyPair().getPrivate(), signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }

    private static byte[] signature(PrivateKey key, String signed) throws GeneralSecurityException {
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signature.sign();
    }

    private static String unsigned(String token) {
        return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + token.split("\\.")[1] + ".";
    }

    private static String withRole(String token, String role) {
        var parts = token.split("\\.");
        try {
            var claims = (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
            claims.putArray("roles").add(role);
            return parts[0] + "." + encoded(JSON.writeValueAsString(claims)) + "." + parts[2];
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a token's claims are JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(String json) {
        return ENCODER.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
