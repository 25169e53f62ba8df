package io.bihuan.stack.testing;

import io.bihuan.stack.client.Tokens;
import java.util.List;
import java.util.Map;

/** Tokens for tests that run on {@link RealParts}. */
public final class Callers {

    private static final Tokens TOKENS = new Tokens(System.getProperty(RealParts.IDENTITY));

    private Callers() {}

    /** @return a token of a person who can sign in there, such as {@code supervisor} */
    public static String token(String login) {
        return TOKENS.of(login);
    }

    /** @return a token of somebody with a role in districts */
    public static String token(String login, String role, String... districts) {
        return TOKENS.of(login, Map.of("roles", List.of(role), "districts", List.of(districts)));
    }

    /** @return a token of somebody of a responsible unit */
    public static String ofUnit(String login, String unit) {
        return TOKENS.of(login, Map.of("roles", List.of("UNIT"), "unit", unit));
    }

    /** @return a token with whatever claims, in place of the usual ones or beside them */
    public static String token(String login, Map<String, ?> claims) {
        return TOKENS.of(login, claims);
    }
}
