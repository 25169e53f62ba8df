package io.bihuan.console;

import io.bihuan.stack.LocalIdentity;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The provider of the local stack, at which people sign in. */
public final class Provider implements QuarkusTestResourceLifecycleManager {

    private @Nullable LocalIdentity identity;

    @Override
    public Map<String, String> start() {
        identity = LocalIdentity.start(0);
        return Map.of("quarkus.oidc.auth-server-url", identity.issuer(), "quarkus.http.test-port", "0");
    }

    @Override
    public void stop() {
        Objects.requireNonNull(identity).close();
    }
}
