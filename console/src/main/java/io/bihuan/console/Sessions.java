package io.bihuan.console;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;

/**
 * Who is signed in: a browser holds a random id, and the tokens behind it stay in this process's memory. A session that is not there
 * (any more) is none, and whoever holds its id is sent to the provider, who mostly still knows him and asks nothing (ADR 27).
 */
@Alternative
@Priority(1)
@ApplicationScoped
class Sessions implements TokenStateManager {

    /** Some 6 KB each; whoever was not seen for longest signs in again. */
    private static final int MOST_SESSIONS = 10_000;

    /** Longer than a working day: how long a session really lasts is the provider's to say. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(12);

    private static final int ID_BYTES = 32;

    /** Where a call notes the session that it came with. */
    private static final String CAME_WITH = Sessions.class.getName();

    private final SecureRandom random = new SecureRandom();
    private final Cache<String, AuthorizationCodeTokens> sessions = Caffeine.newBuilder()
            .maximumSize(MOST_SESSIONS)
            .expireAfterAccess(FORGOTTEN_AFTER)
            .build();

    @Override
    public Uni<String> createTokenState(
            RoutingContext call,
            OidcTenantConfig provider,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> context) {
        // Tokens that were renewed take the old ones' place, so that calls on their way at the same time have them too;
        // whoever
        // signs in gets an id that nobody has seen.
        String cameWith = call.get(CAME_WITH);
        String id = cameWith == null ? newId() : cameWith;
        sessions.put(id, tokens);
        return Uni.createFrom().item(id);
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext call,
            OidcTenantConfig provider,
            String id,
            OidcRequestContext<AuthorizationCodeTokens> context) {
        AuthorizationCodeTokens tokens = sessions.getIfPresent(id);
        if (tokens == null) {
            return Uni.createFrom().failure(new AuthenticationFailedException("no such session"));
        }
        call.put(CAME_WITH, id);
        return Uni.createFrom().item(tokens);
    }

    @Override
    public Uni<Void> deleteTokens(
            RoutingContext call, OidcTenantConfig provider, String id, OidcRequestContext<Void> context) {
        sessions.invalidate(id);
        call.remove(CAME_WITH);
        return Uni.createFrom().voidItem();
    }

    private String newId() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }
}
