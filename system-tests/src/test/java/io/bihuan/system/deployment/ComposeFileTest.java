package io.bihuan.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposeFileTest {

    private final String text = Repository.text("docker-compose.yml");
    private final ComposeInstallation compose = ComposeInstallation.read(text);

    @Test
    void itFitsTheComposeSpecification() {
        assertThatCode(() -> ComposeInstallation.read(text)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "start_period: 60s         | starting_period: 60s     | starting_period",
                "cap_drop: [ALL]           | caps_drop: [ALL]         | caps_drop",
                "read_only: true           | read_only: certainly     | read_only",
                "condition: service_healthy | condition: healthy      | depends_on",
                "volumes: ['database       | volume: ['database       | volume",
            })
    void whatTheSpecificationDoesNotKnowIsRefusedByName(String right, String wrong, String complaint) {
        assertThatThrownBy(() -> ComposeInstallation.read(Repository.planted(text, right, wrong)))
                .hasMessageContaining(complaint);
    }

    @Test
    void onlyTheServicesAndKeycloakArePublishedAndOnlyToThisMachineUnlessToldOtherwise() {
        assertThat(compose.publishedPorts())
                .containsExactly(
                        "${BIHUAN_BIND_ADDRESS:-127.0.0.1}:8080:8080",
                        "${BIHUAN_BIND_ADDRESS:-127.0.0.1}:8081:8081",
                        "${BIHUAN_BIND_ADDRESS:-127.0.0.1}:8082:8082",
                        "${BIHUAN_BIND_ADDRESS:-127.0.0.1}:8083:8083",
                        "${BIHUAN_BIND_ADDRESS:-127.0.0.1}:8085:8080");
    }

    @Test
    void noPasswordAndNoSecretIsWrittenDown() {
        for (String service : compose.serviceNames()) {
            compose.environment(service).forEach((name, setting) -> {
                if (name.matches(".*(PASSWORD|SECRET|KEYS)")) {
                    assertThat(setting.asked()).as(service + " " + name).isTrue();
                }
            });
        }
    }

    @Test
    void everyContainerHasAMemoryLimitAndComesBackUnlessItsWorkIsDone() {
        for (String name : compose.serviceNames()) {
            assertThat(compose.memoryLimit(name)).as(name).isPositive();
            assertThat(compose.service(name).path("restart").asText())
                    .as(name)
                    .isEqualTo(Set.of("databases", "topics").contains(name) ? "no" : "unless-stopped");
        }
    }

    @Test
    void theServicesStartWhenTheirDatabasesAndTopicsAreThere() {
        for (String service : List.of("hazard-service", "notification-service", "reporting-service")) {
            assertThat(condition(service, "databases")).isEqualTo("service_completed_successfully");
            assertThat(condition(service, "topics")).isEqualTo("service_completed_successfully");
        }
        assertThat(condition("console", "keycloak")).isEqualTo("service_healthy");
        assertThat(condition("keycloak", "databases")).isEqualTo("service_completed_successfully");
        assertThat(condition("databases", "postgres")).isEqualTo("service_healthy");
        assertThat(condition("topics", "kafka")).isEqualTo("service_healthy");
    }

    private String condition(String service, String on) {
        return compose.service(service)
                .path("depends_on")
                .path(on)
                .path("condition")
                .asText();
    }

    @Test
    void theServicesRunWithoutPrivilegesOrAWritableDisk() {
        for (String name : ServiceConfiguration.names()) {
            JsonNode service = compose.service(name);
            assertThat(service.path("read_only").asBoolean()).as(name).isTrue();
            assertThat(service.path("tmpfs").path(0).asText()).as(name).startsWith("/tmp:");
            assertThat(service.path("cap_drop").path(0).asText()).as(name).isEqualTo("ALL");
            assertThat(service.path("security_opt").path(0).asText()).as(name).isEqualTo("no-new-privileges:true");
            assertThat(service.has("user") || service.has("privileged"))
                    .as("the image of " + name + " says who runs")
                    .isFalse();
        }
    }

    @Test
    void theWriteAheadLogCanBeReadAndCannotFillTheDisk() {
        assertThat(compose.service("postgres").path("command").toString())
                .contains("wal_level=logical", "max_slot_wal_keep_size=");
    }

    @Test
    void whatMustSurviveLiesInNamedVolumesAtThePlacesThatTheImagesUse() {
        // PostgreSQL 18 moved: a volume at /var/lib/postgresql/data would stay empty.
        assertThat(compose.service("postgres").path("volumes").path(0).asText())
                .isEqualTo("database:/var/lib/postgresql");
        String evidence =
                compose.service("hazard-service").path("volumes").path(0).asText();
        assertThat(evidence).startsWith("evidence:");
        assertThat(compose.environment("hazard-service"))
                .containsEntry("BIHUAN_EVIDENCE_FOLDER", Setting.written(evidence.substring("evidence:".length())));
        assertThat(Repository.text("hazard-service/src/main/docker/Dockerfile"))
                .as("its owner")
                .contains("RUN install -d -o 10001 -g 10001 /var/lib/bihuan/evidence\n");
        String events = compose.service("kafka").path("volumes").path(0).asText();
        assertThat(events).startsWith("events:");
        assertThat(compose.environment("kafka"))
                .containsEntry("KAFKA_LOG_DIRS", Setting.written(events.substring("events:".length())));
    }

    @Test
    void theStepsThatPrepareRunTheVersionsThatTheyPrepare() {
        assertThat(compose.service("databases").path("image"))
                .isEqualTo(compose.service("postgres").path("image"));
        assertThat(compose.service("topics").path("image"))
                .isEqualTo(compose.service("kafka").path("image"));
    }
}
