package io.bihuan.hazard.privacy;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** The keys that are configured. */
@Singleton
class KeyringInUse {

    /** Made at start, so that a key that is missing stops the service and not the first caller. */
    @Produces
    @Singleton
    @Startup
    Keyring keyring(Config config) {
        return Keyring.of(config);
    }
}
