package io.bihuan.stack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where everything listens, on 127.0.0.1.
 *
 * @param console what people open in a browser
 * @param sms the SMS inbox: its page, and the gateway that takes SMS over HTTP
 * @param identity the OpenID provider
 * @param smpp the same inbox, for SMPP
 */
public record StackPorts(
        int console,
        int hazard,
        int notification,
        int reporting,
        int sms,
        int identity,
        int smpp,
        int postgres,
        int kafka) {

    private static final Map<String, Integer> DEFAULTS = new LinkedHashMap<>();

    static {
        DEFAULTS.put("BIHUAN_CONSOLE_PORT", 8080);
        DEFAULTS.put("BIHUAN_HAZARD_PORT", 8081);
        DEFAULTS.put("BIHUAN_NOTIFICATION_PORT", 8082);
        DEFAULTS.put("BIHUAN_REPORTING_PORT", 8083);
        DEFAULTS.put("BIHUAN_SMS_PORT", 8084);
        DEFAULTS.put("BIHUAN_IDENTITY_PORT", 8085);
        DEFAULTS.put("BIHUAN_SMPP_PORT", 2775);
        DEFAULTS.put("BIHUAN_POSTGRES_PORT", 5433);
        DEFAULTS.put("BIHUAN_KAFKA_PORT", 9094);
    }

    /**
     * @param environment where {@code BIHUAN_…_PORT} moves a port
     * @throws IllegalArgumentException when a setting is no port, or two are the same
     */
    public static StackPorts from(Map<String, String> environment) {
        var ports = new LinkedHashMap<String, Integer>();
        DEFAULTS.forEach((setting, fallback) -> ports.put(setting, port(setting, environment.get(setting), fallback)));
        if (new TreeSet<>(ports.values()).size() < ports.size()) {
            throw new IllegalArgumentException("every part needs a port of its own, but these are set: " + ports);
        }
        var all = ports.values().stream().mapToInt(Integer::intValue).toArray();
        return new StackPorts(all[0], all[1], all[2], all[3], all[4], all[5], all[6], all[7], all[8]);
    }

    /** @return ports that nobody listens on, for a stack beside others */
    public static StackPorts free() {
        var all = new TreeSet<Integer>();
        while (all.size() < DEFAULTS.size()) {
            all.add(Ports.free());
        }
        var port = all.stream().mapToInt(Integer::intValue).toArray();
        return new StackPorts(port[0], port[1], port[2], port[3], port[4], port[5], port[6], port[7], port[8]);
    }

    /** @return each port that the stack listens on, by the setting that moves it */
    Map<String, Integer> used() {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put("BIHUAN_CONSOLE_PORT", console);
        ports.put("BIHUAN_HAZARD_PORT", hazard);
        ports.put("BIHUAN_NOTIFICATION_PORT", notification);
        ports.put("BIHUAN_REPORTING_PORT", reporting);
        ports.put("BIHUAN_SMS_PORT", sms);
        ports.put("BIHUAN_IDENTITY_PORT", identity);
        ports.put("BIHUAN_SMPP_PORT", smpp);
        ports.put("BIHUAN_POSTGRES_PORT", postgres);
        ports.put("BIHUAN_KAFKA_PORT", kafka);
        return ports;
    }

    private static int port(String setting, @Nullable String value, int fallback) {
        if (value == null || value.isBlank()) {
            return fallback;
        }
        try {
            int port = Integer.parseInt(value.strip());
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below, together with numbers that are no ports
        }
        throw new IllegalArgumentException(setting + " must be a port, 1 to 65535, but is '" + value + "'");
    }
}
