package io.bihuan.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {

    private static final Set<String> STORE = Set.of(
            "BIHUAN_EVIDENCE_FOLDER",
            "BIHUAN_EVIDENCE_S3_ENDPOINT",
            "BIHUAN_EVIDENCE_S3_REGION",
            "BIHUAN_EVIDENCE_S3_BUCKET",
            "BIHUAN_EVIDENCE_S3_ACCESS_KEY",
            "BIHUAN_EVIDENCE_S3_SECRET");

    private final String compose = Repository.text("docker-compose.yml");
    private final String kubernetes = Kustomization.render("k8s/base");

    @Test
    void dockerComposeAgreesWithTheServices() {
        assertThat(complaintsOfCompose(compose, theServices())).isEmpty();
    }

    @Test
    void kubernetesAgreesWithTheServices() {
        assertThat(complaintsOfKubernetes(kubernetes, theServices())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "QUARKUS_HTTP_PORT: '8081'         | QUARKUS_HTTP_PORT: '8080'     | hazard-service listens on 8080",
                "127.0.0.1}:8082:8082              | 127.0.0.1}:8082:8080          | notification-service is looked for at the ports [8080, 8082]",
                "localhost:8083/q/health/ready     | localhost:8083/health         | reporting-service is probed at [/health]",
                "bihuan/hazard-service:0           | bihuan/hazards:0              | hazard-service runs the image bihuan/hazards",
                "BIHUAN_ZONE:                      | BIHUAN_TIMEZONE:              | hazard-service does not know BIHUAN_TIMEZONE",
                "${BIHUAN_IDENTITY_KEYS:?the keys that encrypt who reported} | 1:0 | BIHUAN_IDENTITY_KEYS of hazard-service is written down",
                "QUARKUS_DATASOURCE_USERNAME: haz  | QUARKUS_DATASOURCE_USER: haz  | hazard-service lacks QUARKUS_DATASOURCE_USERNAME",
                "${HAZARD_APP_DB_PASSWORD:?the password of the database role hazard_app} | hazard | QUARKUS_DATASOURCE_PASSWORD of hazard-service is written down",
                "${BIHUAN_SMS_HTTP_URL:?the full address of the SMS gateway to POST to} | http://localhost:8084/sms | has a default that is nobody's gateway",
                "postgres:5432/reporting           | postgres:5432/hazard          | reporting-service uses the database hazard",
                "postgres:5432/notification        | database:5432/notification    | notification-service looks for PostgreSQL at database:5432",
                "KAFKA_BOOTSTRAP_SERVERS: kafka:90 | KAFKA_BOOTSTRAP_SERVERS: kafka:80 | hazard-service looks for Kafka at kafka:8092",
                "hazard_app:REPLICATION            | hazard_app:NOREPLICATION      | The role hazard_app may not read the write-ahead log",
                "hazard:NOREPLICATION              | hazard:REPLICATION            | The role hazard may read the write-ahead log",
                "QUARKUS_DATASOURCE_USERNAME: hazard_app | QUARKUS_DATASOURCE_USERNAME: hazard | hazard-service signs in as hazard",
                "QUARKUS_FLYWAY_USERNAME: hazard   | QUARKUS_FLYWAY_USERNAME: hazard_app | hazard-service makes its tables as hazard_app",
                "notification reporting            | notification statistics       | Nobody makes the database reporting",
                "hazard.events:6                   | hazard.events:3               | The topics are {calendar.events=6, campaign.events=6, case.events=6, district.events=6, hazard.dead-letter=1, hazard.events=3",
                " reporting.dead-letter:1          | ''                            | The topics are",
                "max_connections=100               | max_connections=50            | PostgreSQL admits 50 connections where 90 may be opened",
                "memory: 512M                      | memory: 2G                    | hazard-service may use 2048 MiB",
                "apache/kafka:4.1.1                | apache/kafka:3.9.0            | Kafka 3.9.0 is not the one that is tested",
                "postgres:18                       | postgres:16                   | PostgreSQL 16 is not the one that is tested",
                "keycloak:8080/realms/bihuan       | keycloak:8085/realms/bihuan   | hazard-service takes tokens of http://keycloak:8085/realms/bihuan",
                "bihuan/keycloak:0                 | quay.io/keycloak/keycloak:0   | Keycloak runs the image quay.io/keycloak/keycloak",
                "${KEYCLOAK_ADMIN_PASSWORD:?the password of the first administrator of Keycloak} | admin | KC_BOOTSTRAP_ADMIN_PASSWORD of Keycloak is written down",
                "KC_DB_USERNAME: keycloak          | KC_DB_USERNAME: hazard        | Nobody makes Keycloak's database",
                "http://reporting-service:8083     | http://localhost:8083         | The console looks for reporting-service at http://localhost:8083",
                "CREDENTIALS_SECRET: ${BIHUAN_CONSOLE_SECRET | CREDENTIALS_SECRET: ${CONSOLE_SECRET | The console and Keycloak do not share a secret",
                "QUARKUS_OIDC_CREDENTIALS_SECRET:  | QUARKUS_OIDC_SECRET:          | console lacks QUARKUS_OIDC_CREDENTIALS_SECRET",
            })
    void aMistakeInComposeIsNamed(String right, String wrong, String complaint) {
        assertThat(complaintsOfCompose(Repository.planted(compose, right, wrong), asDescribed()))
                .anySatisfy(found -> assertThat(found).contains(complaint));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "QUARKUS_HTTP_PORT: '8081'         | QUARKUS_HTTP_PORT: '8080'     | hazard-service listens on 8080",
                "containerPort: 8082               | containerPort: 8080           | notification-service is looked for at the ports [8080, 8082]",
                "port: 8083                        | port: 80                      | reporting-service is looked for at the ports [80, 8083]",
                "/q/health/ready                   | /health                       | hazard-service is never asked whether it is ready",
                "bihuan/hazard-service:0           | bihuan/hazards:0              | hazard-service runs the image bihuan/hazards",
                "BIHUAN_ZONE:                      | BIHUAN_TIMEZONE:              | hazard-service does not know BIHUAN_TIMEZONE",
                "name: BIHUAN_IDENTITY_KEYS        | name: BIHUAN_IDENTITY_KEY     | hazard-service lacks BIHUAN_IDENTITY_KEYS",
                "name: BIHUAN_SMS_HTTP_SECRET      | name: BIHUAN_SMS_SECRET       | notification-service lacks BIHUAN_SMS_HTTP_SECRET",
                "rw:5432/reporting                 | rw:5432/hazard                | reporting-service uses the database hazard",
                "postgresql-rw:5432/notification   | postgresql-r:5432/notification | notification-service looks for PostgreSQL at bihuan-postgresql-r:5432",
                "bihuan-kafka-bootstrap:9092       | bihuan-kafka:9092             | hazard-service looks for Kafka at bihuan-kafka:9092",
                "replication: true                 | replication: false            | The role hazard_app may not read the write-ahead log",
                "partitions: 6                     | partitions: 5                 | The topics are {calendar.events=5",
                "max_connections: '250'            | max_connections: '100'        | PostgreSQL admits 100 connections where 230 may be opened",
                "memory: 512Mi                     | memory: 256Mi                 | hazard-service may use 256 MiB",
                "version: 4.1.1                    | version: 4.0.0                | Kafka 4.0.0 is not the one that is tested",
                "postgresql:18-                    | postgresql:17-                | PostgreSQL 17 is not the one that is tested",
                "keycloak:8080/realms/bihuan       | keycloak:8080/realms/master   | hazard-service takes tokens of http://keycloak:8080/realms/master",
                "rw:5432/keycloak                  | ro:5432/keycloak              | Keycloak looks for PostgreSQL at jdbc:postgresql://bihuan-postgresql-ro",
            })
    void aMistakeInKubernetesIsNamed(String right, String wrong, String complaint) {
        assertThat(complaintsOfKubernetes(Repository.planted(kubernetes, right, wrong), asDescribed()))
                .anySatisfy(found -> assertThat(found).contains(complaint));
    }

    @Test
    void theMistakesAboveAreTheOnlyOnes() {
        assertThat(complaintsOfCompose(compose, asDescribed())).isEmpty();
        assertThat(complaintsOfKubernetes(kubernetes, asDescribed())).isEmpty();
    }

    @Test
    void aServiceThatMovedItsPortItsHealthItsTopicOrItsLimitsIsNamed() {
        ServiceConfiguration moved = new ServiceConfiguration(
                "hazard-service",
                8081,
                Set.of("BIHUAN_NEW"),
                Map.of(
                        "quarkus.http.port", "9000",
                        "quarkus.http.non-application-root-path", "/admin",
                        "quarkus.http.limits.max-body-size", "1G",
                        "mp.messaging.outgoing.hazards.topic", "hazards"),
                known("hazard-service"));
        List<ServiceConfiguration> services = Stream.concat(
                        Stream.of(moved),
                        asDescribed().stream().filter(service -> !service.name().equals(moved.name())))
                .toList();
        assertThat(complaintsOfKubernetes(kubernetes, services))
                .containsExactlyInAnyOrder(
                        "hazard-service itself says port 9000",
                        "hazard-service lacks BIHUAN_NEW",
                        "hazard-service is probed at [/q/health/live, /q/health/ready, /q/health/started]",
                        "hazard-service is never asked whether it is ready",
                        "hazard-service cannot keep its largest upload in /tmp",
                        "hazard-service uses the topic hazards");
    }

    @Test
    void bothWaysOfInstallingGiveTheServicesAndKeycloakTheSameVariables() {
        Installation compose = ComposeInstallation.read(this.compose).installation();
        Installation kubernetes = KubernetesInstallation.read(this.kubernetes).installation();
        for (RunningService service : compose.services()) {
            assertThat(withoutStore(service))
                    .isEqualTo(withoutStore(kubernetes.services().stream()
                            .filter(other -> other.name().equals(service.name()))
                            .findFirst()
                            .orElseThrow()));
        }
        assertThat(compose.identity().environment().keySet())
                .isEqualTo(kubernetes.identity().environment().keySet());
    }

    /** Evidence lies in a folder of the one machine, and in a bucket that several share. */
    private static Set<String> withoutStore(RunningService service) {
        Set<String> variables = new TreeSet<>(service.environment().keySet());
        if (service.name().equals("hazard-service")) {
            assertThat(variables).containsAnyOf("BIHUAN_EVIDENCE_FOLDER", "BIHUAN_EVIDENCE_S3_ENDPOINT");
            variables.removeAll(STORE);
        }
        return variables;
    }

    private static List<String> complaintsOfCompose(String text, List<ServiceConfiguration> services) {
        return Agreement.complaints(ComposeInstallation.read(text).installation(), services);
    }

    private static List<String> complaintsOfKubernetes(String text, List<ServiceConfiguration> services) {
        return Agreement.complaints(KubernetesInstallation.read(text).installation(), services);
    }

    private static List<ServiceConfiguration> theServices() {
        return ServiceConfiguration.names().stream()
                .map(ServiceConfiguration::of)
                .toList();
    }

    /** The services as docs/operations.md describes them, so that a planted mistake is the only one. */
    private static List<ServiceConfiguration> asDescribed() {
        return ServiceConfiguration.names().stream()
                .map(name -> new ServiceConfiguration(
                        name, ServiceConfiguration.portOf(name), variables(name), Map.of(), known(name)))
                .toList();
    }

    private static Set<String> known(String service) {
        Set<String> known = new TreeSet<>(variables(service));
        if (service.equals("hazard-service")) {
            known.addAll(STORE);
        }
        return known;
    }

    private static Set<String> variables(String service) {
        Set<String> variables =
                new TreeSet<>(Set.of("QUARKUS_HTTP_PORT", "QUARKUS_OIDC_AUTH_SERVER_URL", "BIHUAN_ZONE"));
        variables.addAll(
                service.equals("console")
                        ? Set.of(
                                "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING",
                                "QUARKUS_OIDC_CREDENTIALS_SECRET",
                                "BIHUAN_CONSOLE_HAZARD_SERVICE",
                                "BIHUAN_CONSOLE_NOTIFICATION_SERVICE",
                                "BIHUAN_CONSOLE_REPORTING_SERVICE")
                        : Set.of(
                                "QUARKUS_DATASOURCE_JDBC_URL",
                                "QUARKUS_DATASOURCE_USERNAME",
                                "QUARKUS_DATASOURCE_PASSWORD",
                                "KAFKA_BOOTSTRAP_SERVERS"));
        if (service.equals("hazard-service")) {
            variables.addAll(Set.of("QUARKUS_FLYWAY_USERNAME", "QUARKUS_FLYWAY_PASSWORD", "BIHUAN_IDENTITY_KEYS"));
        }
        if (service.equals("notification-service")) {
            variables.addAll(Set.of("BIHUAN_SMS_HTTP_URL", "BIHUAN_SMS_HTTP_SECRET", "BIHUAN_SMS_SIGNATURE"));
        }
        return variables;
    }
}
