package io.bihuan.console;

import io.quarkus.oidc.JavaScriptRequestChecker;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells pages that a person opens from what scripts ask for: without a session the first leads to the sign-in, the second is told so
 * (status 499), since a script can do nothing with another site's page.
 */
@Singleton
class PageLoads implements JavaScriptRequestChecker {

    private static final Set<String> DATA = Set.of("/session");

    @Override
    public boolean isJavaScriptRequest(RoutingContext call) {
        String path = call.normalizedPath();
        @Nullable String mode = call.request().getHeader("Sec-Fetch-Mode");
        return path.startsWith(Forwarding.PREFIX)
                || DATA.contains(path)
                || (mode != null && !mode.equals("navigate"))
                || "XMLHttpRequest".equals(call.request().getHeader("X-Requested-With"));
    }
}
