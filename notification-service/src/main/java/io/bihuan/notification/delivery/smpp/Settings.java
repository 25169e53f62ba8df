package io.bihuan.notification.delivery.smpp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What the carrier says of its message centre; docs/operations.md explains each. */
@ConfigMapping(prefix = "bihuan.sms.smpp")
interface Settings {

    Optional<String> host();

    @WithDefault("2775")
    int port();

    Optional<String> systemId();

    Optional<String> password();

    Optional<String> systemType();

    Optional<String> source();

    @WithDefault("10")
    int window();
}
