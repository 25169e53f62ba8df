package io.bihuan.system.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** docker-compose.yml, held against the Compose Specification's own schema, and what it makes. */
final class ComposeInstallation {

    /** ${NAME:?why} must be given, ${NAME:-default} may be. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:\\?|:-)([^}]*)}");

    private final JsonNode compose;

    private ComposeInstallation(JsonNode compose) {
        this.compose = compose;
    }

    /** @throws IllegalArgumentException with everything that the schema refuses */
    static ComposeInstallation read(String text) {
        JsonNode compose = Repository.yaml(text).get(0);
        List<Error> errors = schema().validate(compose.toString(), InputFormat.JSON);
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(errors.stream()
                    .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                    .collect(Collectors.joining("\n")));
        }
        return new ComposeInstallation(compose);
    }

    private static Schema schema() {
        // It names its draft by an address that was never valid and its parts by a keyword of an older draft,
        // and it is older than the project's name.
        String schema = Repository.text("system-tests/src/test/resources/compose-spec/compose-spec.json")
                .replaceAll("\"(\\$schema|id)\": \"[^\"]*\",", "")
                .replaceFirst("\"properties\": \\{", "\"properties\": {\"name\": {\"type\": \"string\"},");
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                .getSchema(schema, InputFormat.JSON);
    }

    JsonNode service(String name) {
        JsonNode service = compose.path("services").path(name);
        if (service.isMissingNode()) {
            throw new IllegalArgumentException("docker-compose.yml has no service " + name);
        }
        return service;
    }

    Set<String> serviceNames() {
        Set<String> names = new TreeSet<>();
        compose.path("services").fieldNames().forEachRemaining(names::add);
        return names;
    }

    Installation installation() {
        List<RunningService> services = new ArrayList<>();
        for (String name : serviceNames()) {
            if (service(name).has("build") && !name.equals(RunningIdentity.NAME)) {
                services.add(runningService(name));
            }
        }
        return new Installation(
                services,
                identity(),
                topics(),
                Pattern.compile(" ")
                        .splitAsStream(service("databases")
                                .at("/environment/DATABASES")
                                .asText())
                        .collect(Collectors.toMap(name -> name, name -> name)),
                words("databases", "ROLES")
                        .collect(Collectors.toMap(word -> word[0], word -> word[1].equals("REPLICATION"))),
                Set.of(firstGroup(
                        "://([^,]+)",
                        service("kafka")
                                .at("/environment/KAFKA_ADVERTISED_LISTENERS")
                                .asText())),
                Set.of("postgres:5432"),
                Integer.parseInt(firstGroup(
                        "max_connections=(\\d+)",
                        service("postgres").path("command").toString())),
                firstGroup(":(.+)", service("kafka").path("image").asText()),
                firstGroup(":(\\d+)", service("postgres").path("image").asText()));
    }

    private RunningIdentity identity() {
        JsonNode service = service(RunningIdentity.NAME);
        return new RunningIdentity(
                service.path("image").asText(),
                RunningIdentity.realmAt(RunningIdentity.NAME + ":"
                        + firstGroup(":(\\d+)$", service.path("ports").path(0).asText())),
                environment(RunningIdentity.NAME),
                1);
    }

    private Map<String, Integer> topics() {
        return words("topics", "TOPICS").collect(Collectors.toMap(word -> word[0], word -> Integer.valueOf(word[1])));
    }

    private Stream<String[]> words(String service, String variable) {
        return Pattern.compile(" ")
                .splitAsStream(
                        service(service).path("environment").path(variable).asText())
                .map(word -> word.split(":", 2));
    }

    private RunningService runningService(String name) {
        JsonNode service = service(name);
        JsonNode test = service.path("healthcheck").path("test");
        Matcher health = matched(
                "http://localhost:(\\d+)(/\\S*)", test.path(test.size() - 1).asText());
        Set<Integer> ports = new TreeSet<>(Set.of(Integer.valueOf(health.group(1))));
        for (JsonNode port : service.path("ports")) {
            Matcher published = matched(":(\\d+):(\\d+)$", port.asText());
            ports.add(Integer.valueOf(published.group(1)));
            ports.add(Integer.valueOf(published.group(2)));
        }
        return new RunningService(
                name,
                service.path("image").asText(),
                ports,
                environment(name),
                Set.of(health.group(2)),
                memoryLimit(name),
                bytes(firstGroup("size=(\\w+)", service.path("tmpfs").path(0).asText())),
                1);
    }

    long memoryLimit(String name) {
        String limit = service(name).at("/deploy/resources/limits/memory").asText();
        if (limit.isEmpty()) {
            throw new IllegalArgumentException(name + " has no memory limit");
        }
        return bytes(limit);
    }

    /** Compose writes M or m for what is 1,048,576 bytes. */
    private static long bytes(String size) {
        return ServiceConfiguration.bytes(size.toUpperCase(Locale.ROOT));
    }

    Map<String, Setting> environment(String name) {
        Map<String, Setting> environment = new TreeMap<>();
        service(name).path("environment").properties().forEach(variable -> {
            String value = variable.getValue().asText();
            Matcher asked = VARIABLE.matcher(value);
            environment.put(
                    variable.getKey(),
                    !asked.matches()
                            ? Setting.written(value)
                            : asked.group(2).equals(":?")
                                    ? Setting.askedFor(asked.group(1))
                                    : Setting.written(asked.group(3)));
        });
        return environment;
    }

    /** Every variable that the file reads from whoever installs, and whether it must be given. */
    static Map<String, Boolean> variables(String text) {
        Map<String, Boolean> variables = new HashMap<>();
        Matcher matcher = VARIABLE.matcher(text);
        while (matcher.find()) {
            variables.merge(matcher.group(1), matcher.group(2).equals(":?"), Boolean::logicalOr);
        }
        return variables;
    }

    Set<String> publishedPorts() {
        return serviceNames().stream()
                .flatMap(
                        name -> StreamSupport.stream(service(name).path("ports").spliterator(), false))
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String firstGroup(String regex, String text) {
        return matched(regex, text).group(1);
    }

    private static Matcher matched(String regex, String text) {
        Matcher matcher = Pattern.compile(regex).matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException("\"" + text + "\" does not match " + regex);
        }
        return matcher;
    }
}
