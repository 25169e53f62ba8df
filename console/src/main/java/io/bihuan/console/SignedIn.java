package io.bihuan.console;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.common.runtime.OidcCommonUtils;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Tells the pages who is signed in, as {@code GET /session}. */
@Singleton
class SignedIn {

    private final Installation installation;
    private final String zone;
    private final String[] pathOfRoles;

    SignedIn(
            Installation installation,
            @ConfigProperty(name = "bihuan.zone") String zone,
            @ConfigProperty(name = "quarkus.oidc.roles.role-claim-path") String pathOfRoles) {
        this.installation = installation;
        this.zone = zone;
        this.pathOfRoles = pathOfRoles.split("/");
    }

    void route(@Observes Router router) {
        router.get("/session").handler(this::tell);
    }

    /** Who makes a call that only those who are signed in may make. */
    static SecurityIdentity of(RoutingContext call) {
        return ((QuarkusHttpUser) Objects.requireNonNull(call.user(), "every such call is asked for its session"))
                .getSecurityIdentity();
    }

    private void tell(RoutingContext call) {
        String token = of(call).getCredential(AccessTokenCredential.class).getToken();
        call.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(person(OidcCommonUtils.decodeJwtContent(token)).encode());
    }

    /** By the access token, since it is what the services go by. It needs no proof here: the provider itself handed it over. */
    private JsonObject person(JsonObject claims) {
        String subject = claims.getString("sub");
        return new JsonObject()
                .put("subject", subject)
                .put("name", claims.getString("name", claims.getString("preferred_username", subject)))
                .put("roles", roles(claims))
                .put("districts", listed(claims.getValue("districts")))
                .put("unit", claims.getString("unit"))
                .put("until", Instant.ofEpochSecond(claims.getLong("exp")))
                .put("zone", zone)
                .put("simulated", installation.simulated());
    }

    private JsonArray roles(JsonObject claims) {
        Object found = claims;
        for (String name : pathOfRoles) {
            found = found instanceof JsonObject object ? object.getValue(name) : null;
        }
        return listed(found);
    }

    private static JsonArray listed(@Nullable Object claim) {
        return claim instanceof JsonArray list ? list : new JsonArray();
    }
}
