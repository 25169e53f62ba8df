package io.bihuan.system.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an installation and the services' own configuration must agree on. */
final class Agreement {

    private static final long MEBIBYTE = 1024 * 1024;
    private static final Pattern JDBC_URL = Pattern.compile("jdbc:postgresql://([^/]+)/(\\w+)");
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|KEYS)$");

    /** What the relay, a backup and a person at psql take beside the pools. */
    private static final int SPARE_CONNECTIONS = 20;

    private final List<String> complaints = new ArrayList<>();

    private Agreement() {}

    /** Everything that does not agree, each in a sentence; nothing when all is well. */
    static List<String> complaints(Installation installation, List<ServiceConfiguration> services) {
        Agreement agreement = new Agreement();
        Map<String, RunningService> running =
                installation.services().stream().collect(Collectors.toMap(RunningService::name, Function.identity()));
        agreement.hold(
                running.keySet()
                        .equals(services.stream()
                                .map(ServiceConfiguration::name)
                                .collect(Collectors.toSet())),
                "It runs " + running.keySet());
        for (ServiceConfiguration service : services) {
            RunningService run = running.get(service.name());
            if (run != null) {
                agreement.service(run, service);
                if (service.hasDatabase()) {
                    agreement.database(run, service, installation);
                }
            }
        }
        agreement.identity(installation);
        agreement.console(installation, running);
        agreement.topics(installation, services);
        agreement.connections(installation, services, running);
        agreement.hold(
                installation.kafkaVersion().equals(Repository.pomProperty("kafka.version")),
                "Kafka " + installation.kafkaVersion() + " is not the one that is tested");
        agreement.hold(
                Repository.pomProperty("postgres.binaries.version").startsWith(installation.postgresMajor() + "."),
                "PostgreSQL " + installation.postgresMajor() + " is not the one that is tested");
        return agreement.complaints;
    }

    private void service(RunningService run, ServiceConfiguration service) {
        String name = service.name();
        hold(
                run.image().equals("bihuan/" + name + ":" + Repository.version()),
                name + " runs the image " + run.image());
        hold(run.ports().equals(Set.of(service.port())), name + " is looked for at the ports " + run.ports());
        hold(
                value(run, "QUARKUS_HTTP_PORT").equals(String.valueOf(service.port())),
                name + " listens on " + value(run, "QUARKUS_HTTP_PORT"));
        String ownPort = service.properties().getOrDefault("quarkus.http.port", String.valueOf(service.port()));
        hold(ownPort.contains(String.valueOf(service.port())), name + " itself says port " + ownPort);

        run.environment().forEach((variable, setting) -> {
            hold(service.variables().contains(variable), name + " does not know " + variable);
            hold(!SECRET.matcher(variable).matches() || setting.asked(), variable + " of " + name + " is written down");
        });
        service.required()
                .forEach(variable -> hold(run.environment().containsKey(variable), name + " lacks " + variable));
        hold(
                installationAsksFor(run, "BIHUAN_SMS_HTTP_URL"),
                "BIHUAN_SMS_HTTP_URL of " + name + " has a default that is nobody's gateway");

        Set<String> answered = Set.of(
                service.healthRoot(),
                service.healthRoot() + "/ready",
                service.healthRoot() + "/live",
                service.healthRoot() + "/started");
        hold(answered.containsAll(run.probes()), name + " is probed at " + new TreeSet<>(run.probes()));
        hold(run.probes().contains(service.healthRoot() + "/ready"), name + " is never asked whether it is ready");
        hold(
                run.memory() >= 350 * MEBIBYTE && run.memory() <= 512 * MEBIBYTE,
                name + " may use " + run.memory() / MEBIBYTE + " MiB");
        hold(run.scratch() > service.largestBody(), name + " cannot keep its largest upload in /tmp");
    }

    private static boolean installationAsksFor(RunningService run, String variable) {
        Setting setting = run.environment().get(variable);
        return setting == null || setting.asked();
    }

    private void database(RunningService run, ServiceConfiguration service, Installation installation) {
        String name = service.name();
        hold(
                installation.kafkaAddresses().contains(value(run, "KAFKA_BOOTSTRAP_SERVERS")),
                name + " looks for Kafka at " + value(run, "KAFKA_BOOTSTRAP_SERVERS"));
        Matcher url = JDBC_URL.matcher(value(run, "QUARKUS_DATASOURCE_JDBC_URL"));
        if (!url.matches()) {
            complaints.add(name + " has the address " + value(run, "QUARKUS_DATASOURCE_JDBC_URL"));
            return;
        }
        hold(
                installation.postgresAddresses().contains(url.group(1)),
                name + " looks for PostgreSQL at " + url.group(1));
        hold(url.group(2).equals(service.database()), name + " uses the database " + url.group(2));
        String owner = installation.databases().get(service.database());
        if (owner == null) {
            complaints.add("Nobody makes the database " + service.database());
            return;
        }
        String role = value(run, "QUARKUS_DATASOURCE_USERNAME");
        hold(role.equals(service.role()), name + " signs in as " + role);
        String migrates = service.ownsItsTables() ? role : value(run, "QUARKUS_FLYWAY_USERNAME");
        hold(migrates.equals(owner), name + " makes its tables as " + migrates);
        for (String each : new TreeSet<>(List.of(role, owner))) {
            boolean may = Boolean.TRUE.equals(installation.roles().get(each));
            hold(
                    may == (each.equals(role) && service.readsTheWriteAheadLog()),
                    "The role " + each + (may ? " may" : " may not") + " read the write-ahead log");
        }
    }

    private void identity(Installation installation) {
        RunningIdentity identity = installation.identity();
        for (RunningService run : installation.services()) {
            hold(
                    value(run, "QUARKUS_OIDC_AUTH_SERVER_URL").equals(identity.address()),
                    run.name() + " takes tokens of " + value(run, "QUARKUS_OIDC_AUTH_SERVER_URL"));
        }
        hold(
                identity.image().equals("bihuan/" + RunningIdentity.NAME + ":" + Repository.version()),
                "Keycloak runs the image " + identity.image());
        identity.environment()
                .forEach((variable, setting) -> hold(
                        !SECRET.matcher(variable).matches() || setting.asked(),
                        variable + " of Keycloak is written down"));
        String url = value(identity.environment(), "KC_DB_URL");
        Matcher address = JDBC_URL.matcher(url);
        hold(
                address.matches() && installation.postgresAddresses().contains(address.group(1)),
                "Keycloak looks for PostgreSQL at " + url);
        String owner = address.matches() ? installation.databases().get(address.group(2)) : null;
        hold(value(identity.environment(), "KC_DB_USERNAME").equals(owner), "Nobody makes Keycloak's database");
        hold(!Boolean.TRUE.equals(installation.roles().get(owner)), "Keycloak may read the write-ahead log");
    }

    private void console(Installation installation, Map<String, RunningService> running) {
        RunningService console = running.get(ServiceConfiguration.CONSOLE);
        if (console == null) {
            return;
        }
        for (String name : List.of("hazard-service", "notification-service", "reporting-service")) {
            String variable = "BIHUAN_CONSOLE_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
            hold(
                    value(console, variable).equals("http://" + name + ":" + ServiceConfiguration.portOf(name)),
                    "The console looks for " + name + " at " + value(console, variable));
        }
        hold(
                value(console, "QUARKUS_OIDC_CREDENTIALS_SECRET")
                        .equals(value(installation.identity().environment(), "BIHUAN_CONSOLE_SECRET")),
                "The console and Keycloak do not share a secret");
    }

    private void topics(Installation installation, List<ServiceConfiguration> services) {
        Map<String, Integer> expected = new TreeMap<>(contractTopics());
        expected.put("hazard.dead-letter", 1);
        expected.put("notification.dead-letter", 1);
        expected.put("reporting.dead-letter", 1);
        hold(installation.topics().equals(expected), "The topics are " + new TreeMap<>(installation.topics()));
        for (ServiceConfiguration service : services) {
            for (String topic : service.topics()) {
                hold(installation.topics().containsKey(topic), service.name() + " uses the topic " + topic);
            }
        }
    }

    /** The channels of the contract, six partitions each. */
    private static Map<String, Integer> contractTopics() {
        Map<String, Integer> topics = new TreeMap<>();
        for (JsonNode channel : Repository.yaml(Repository.text("contracts/asyncapi.yaml"))
                .get(0)
                .path("channels")) {
            topics.put(channel.path("address").asText(), 6);
        }
        return topics;
    }

    private void connections(
            Installation installation, List<ServiceConfiguration> services, Map<String, RunningService> running) {
        int needed = SPARE_CONNECTIONS
                + installation.identity().instances() * installation.identity().connections();
        for (ServiceConfiguration service : services) {
            RunningService run = running.get(service.name());
            needed += run == null ? 0 : run.instances() * service.connections();
        }
        hold(
                needed <= installation.connections(),
                "PostgreSQL admits " + installation.connections() + " connections where " + needed + " may be opened");
    }

    private static String value(RunningService run, String variable) {
        return value(run.environment(), variable);
    }

    private static String value(Map<String, Setting> environment, String variable) {
        Setting setting = environment.get(variable);
        return setting == null ? "" : setting.value();
    }

    private void hold(boolean holds, String complaint) {
        if (!holds) {
            complaints.add(complaint);
        }
    }
}
