package io.bihuan.notification.delivery.smpp;

import org.eclipse.microprofile.config.Config;

/**
 * What the carrier says of its message centre; docs/operations.md explains each.
 *
 * @param systemType empty if the carrier names none
 * @param source empty if the carrier puts our number in itself
 * @param window how many messages may be on their way at the same time
 */
record Settings(String host, int port, String systemId, String password, String systemType, String source, int window) {

    /** Read when the gateway is first used, since whoever does not use it sets none of this. */
    static Settings of(Config config) {
        return new Settings(
                required(config, "bihuan.sms.smpp.host"),
                config.getOptionalValue("bihuan.sms.smpp.port", Integer.class).orElse(2775),
                required(config, "bihuan.sms.smpp.system-id"),
                required(config, "bihuan.sms.smpp.password"),
                config.getOptionalValue("bihuan.sms.smpp.system-type", String.class)
                        .orElse(""),
                config.getOptionalValue("bihuan.sms.smpp.source", String.class).orElse(""),
                config.getOptionalValue("bihuan.sms.smpp.window", Integer.class).orElse(10));
    }

    private static String required(Config config, String name) {
        return config.getOptionalValue(name, String.class)
                .orElseThrow(() -> new IllegalStateException(name + " is needed for the gateway smpp"));
    }
}
