package io.bihuan.notification.delivery.cmpp;

import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.Config;

/**
 * What the carrier told us when it opened our account.
 *
 * @param host where its gateway listens
 * @param port on which port, usually 7890
 * @param spId our enterprise code 企业代码, up to 6 characters
 * @param password the shared secret
 * @param source the number from which the phone sees the message come 接入号, up to 21 digits
 * @param serviceId the service code 业务代码, up to 10 characters; empty if it gave none
 * @param window how many messages may be out without an answer
 */
record Account(String host, int port, String spId, String password, String source, String serviceId, int window) {

    Account {
        check(port > 0 && port < 65536, "port: between 1 and 65535");
        check(plain(spId, 6) && !spId.isEmpty(), "sp-id: 1 to 6 letters and digits");
        check(source.matches("[0-9]{1,21}"), "source: 1 to 21 digits");
        check(plain(serviceId, 10), "service-id: up to 10 letters and digits");
        check(window > 0, "window: 1 or more");
    }

    /** Read only when the gateway is in use, so that nobody else must set anything. */
    static Account of(Config config) {
        return new Account(
                config.getValue("bihuan.sms.cmpp.host", String.class),
                config.getOptionalValue("bihuan.sms.cmpp.port", Integer.class).orElse(7890),
                config.getValue("bihuan.sms.cmpp.sp-id", String.class),
                config.getValue("bihuan.sms.cmpp.password", String.class),
                config.getValue("bihuan.sms.cmpp.source", String.class),
                config.getOptionalValue("bihuan.sms.cmpp.service-id", String.class)
                        .orElse(""),
                config.getOptionalValue("bihuan.sms.cmpp.window", Integer.class).orElse(16));
    }

    /** The codec would cut off in silence what its field can't hold. */
    private static boolean plain(String value, int longest) {
        return value.length() <= longest
                && StandardCharsets.US_ASCII.newEncoder().canEncode(value);
    }

    private static void check(boolean right, String rule) {
        if (!right) {
            throw new IllegalArgumentException("bihuan.sms.cmpp." + rule);
        }
    }
}
