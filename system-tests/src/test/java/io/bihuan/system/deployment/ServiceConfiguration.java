package io.bihuan.system.deployment;

import io.fabric8.kubernetes.api.model.Quantity;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a service itself says of its configuration. Everything that these tests read of a service is read here: its
 * application.properties, the names of properties in its code, its pom.
 *
 * @param required the variables without which it does not start
 * @param properties its application.properties
 * @param variables every variable that it understands
 */
record ServiceConfiguration(
        String name, int port, Set<String> required, Map<String, String> properties, Set<String> variables) {

    /** The one without a database, which calls the others. */
    static final String CONSOLE = "console";

    /** From the public contract; kept by people's bookmarks and gateways. */
    private static final Map<String, Integer> PORTS =
            Map.of(CONSOLE, 8080, "hazard-service", 8081, "notification-service", 8082, "reporting-service", 8083);

    /** Quarkus's own, of those that an installation may set. */
    private static final Set<String> QUARKUS = Set.of(
            "QUARKUS_HTTP_PORT",
            "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING",
            "QUARKUS_DATASOURCE_JDBC_URL",
            "QUARKUS_DATASOURCE_USERNAME",
            "QUARKUS_DATASOURCE_PASSWORD",
            "QUARKUS_FLYWAY_USERNAME",
            "QUARKUS_FLYWAY_PASSWORD",
            "QUARKUS_OIDC_AUTH_SERVER_URL",
            "QUARKUS_OIDC_CREDENTIALS_SECRET");

    private static final Set<String> REQUIRED = Set.of("QUARKUS_HTTP_PORT", "QUARKUS_OIDC_AUTH_SERVER_URL");

    private static final Set<String> REQUIRED_WITH_DATABASE = Set.of(
            "QUARKUS_DATASOURCE_JDBC_URL",
            "QUARKUS_DATASOURCE_USERNAME",
            "QUARKUS_DATASOURCE_PASSWORD",
            "KAFKA_BOOTSTRAP_SERVERS");

    private static final Pattern PROPERTY_IN_CODE = Pattern.compile("\"((?:bihuan|kafka)\\.[a-z0-9.-]+)\"");
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\([^)]*prefix\\s*=\\s*\"([^\"]+)\"");
    private static final Pattern METHOD = Pattern.compile("(?m)^\\s+[\\w<>.@ ]+\\s(\\w+)\\(\\);");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)(:?)");

    static Set<String> names() {
        return PORTS.keySet();
    }

    static int portOf(String name) {
        return Objects.requireNonNull(PORTS.get(name), name);
    }

    static ServiceConfiguration of(String name) {
        Map<String, String> properties = properties(name + "/src/main/resources/application.properties");
        Set<String> required = new HashSet<>(REQUIRED);
        Set<String> variables = new HashSet<>(QUARKUS);
        properties.keySet().forEach(property -> variables.add(variable(property)));
        for (String value : properties.values()) {
            matches(PLACEHOLDER, value).forEach(placeholder -> {
                variables.add(placeholder.group(1));
                if (placeholder.group(2).isEmpty()) {
                    required.add(placeholder.group(1));
                }
            });
        }
        if (Repository.text(name + "/pom.xml").contains("<artifactId>quarkus-messaging-kafka</artifactId>")) {
            variables.add("KAFKA_BOOTSTRAP_SERVERS");
        }
        for (String source : sources(name)) {
            matches(PROPERTY_IN_CODE, source).forEach(literal -> variables.add(variable(literal.group(1))));
            matches(MAPPING, source).forEach(mapping -> variables.addAll(mapped(mapping.group(1), source)));
        }
        required.addAll(
                name.equals(CONSOLE)
                        ? Set.of(
                                "QUARKUS_OIDC_CREDENTIALS_SECRET",
                                "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING",
                                "BIHUAN_CONSOLE_HAZARD_SERVICE",
                                "BIHUAN_CONSOLE_NOTIFICATION_SERVICE",
                                "BIHUAN_CONSOLE_REPORTING_SERVICE")
                        : REQUIRED_WITH_DATABASE);
        if (name.equals("hazard-service")) {
            required.addAll(Set.of("QUARKUS_FLYWAY_USERNAME", "QUARKUS_FLYWAY_PASSWORD"));
        }
        if (name.equals("notification-service")) {
            required.addAll(Set.of("BIHUAN_SMS_HTTP_URL", "BIHUAN_SMS_HTTP_SECRET"));
        }
        if (name.equals("hazard-service")) {
            required.add("BIHUAN_IDENTITY_KEYS");
        }
        return new ServiceConfiguration(name, portOf(name), required, properties, variables);
    }

    boolean hasDatabase() {
        return !name.equals(CONSOLE);
    }

    /** hazard-service keeps its rows in the database hazard, and so on. */
    String database() {
        return name.replace("-service", "");
    }

    /** hazard-service's own role owns nothing, so that it cannot change or delete history. */
    String role() {
        return ownsItsTables() ? database() : database() + "_app";
    }

    boolean ownsItsTables() {
        return !name.equals("hazard-service");
    }

    /** Only the relay reads the write-ahead log. */
    boolean readsTheWriteAheadLog() {
        return name.equals("hazard-service");
    }

    String healthRoot() {
        return properties.getOrDefault("quarkus.http.non-application-root-path", "/q") + "/health";
    }

    /** How many connections one instance opens at most; 20 is Quarkus's default. */
    int connections() {
        return hasDatabase() ? Integer.parseInt(properties.getOrDefault("quarkus.datasource.jdbc.max-size", "20")) : 0;
    }

    /** The largest body that it keeps while reading, in bytes; Quarkus's default is 10240K. The console passes bodies on. */
    long largestBody() {
        return name.equals(CONSOLE) ? 0 : bytes(properties.getOrDefault("quarkus.http.limits.max-body-size", "10240K"));
    }

    /** Quarkus writes M for what is 1,048,576 bytes. */
    static long bytes(String size) {
        return Quantity.getAmountInBytes(Quantity.parse(size + "i")).longValueExact();
    }

    /** The variables of its own properties, whose names begin with bihuan. */
    Set<String> ownVariables() {
        return properties.keySet().stream()
                .filter(property -> property.startsWith("bihuan."))
                .map(ServiceConfiguration::variable)
                .collect(Collectors.toSet());
    }

    /** The topics that its channels name. */
    Set<String> topics() {
        return properties.entrySet().stream()
                .filter(property -> property.getKey().startsWith("mp.messaging.")
                        && property.getKey().endsWith(".topic"))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    private static Map<String, String> properties(String path) {
        Properties read = new Properties();
        try {
            read.load(new StringReader(Repository.text(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> properties = new TreeMap<>();
        for (String key : read.stringPropertyNames()) {
            if (!key.startsWith("%") || key.startsWith("%prod.")) {
                properties.put(key.replaceFirst("^%prod\\.", ""), read.getProperty(key));
            }
        }
        return properties;
    }

    private static List<String> sources(String service) {
        try (Stream<Path> files = Files.walk(Repository.path(service + "/src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> Repository.text(file.toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The variables of a mapped interface: its methods, and those of the interfaces within it behind them. */
    private static Set<String> mapped(String prefix, String source) {
        List<String> methods = matches(METHOD, source)
                .map(method -> method.group(1).replaceAll("([A-Z])", "-$1"))
                .toList();
        Set<String> variables = new HashSet<>();
        List<String> level = List.of(prefix);
        for (int depth = 0; depth < 3; depth++) {
            List<String> deeper = new ArrayList<>();
            level.forEach(path -> methods.forEach(method -> deeper.add(path + "." + method)));
            deeper.forEach(path -> variables.add(variable(path)));
            level = deeper;
        }
        return variables;
    }

    /** The variable that sets a property, by MicroProfile Config's rule. */
    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }
}
