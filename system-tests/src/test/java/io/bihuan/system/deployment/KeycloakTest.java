package io.bihuan.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What stands in {@code keycloak/}; hazard-service's own test starts the real one with it. */
class KeycloakTest {

    private final JsonNode realm = RunningIdentity.realm();
    private final List<String> dockerfile =
            Repository.text(RunningIdentity.FOLDER + "/Dockerfile").lines().toList();

    @Test
    void itIsTheVersionThatIsTested() {
        assertThat(instructions("FROM")).isNotEmpty().allSatisfy(image -> assertThat(image)
                .matches("\\Qquay.io/keycloak/keycloak:" + Repository.pomProperty("keycloak.version")
                        + "\\E( AS \\w+)?"));
    }

    @Test
    void bothWaysOfInstallingStartItAsItsImageDoes() {
        String command = "[\"start\", \"--optimized\", \"--import-realm\"]";
        assertThat(instructions("CMD")).containsExactly(command);
        assertThat(ComposeInstallation.read(Repository.text("docker-compose.yml"))
                        .service(RunningIdentity.NAME)
                        .has("command"))
                .isFalse();
        assertThat(KubernetesInstallation.read(Kustomization.render("k8s/base"))
                        .named(Deployment.class, RunningIdentity.NAME)
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .get(0)
                        .getArgs())
                .isEmpty();
    }

    @Test
    void theRealmKnowsTheRolesOfTheProductAndNoOthers() {
        TreeSet<String> named = new TreeSet<>();
        realm.at("/roles/realm").forEach(role -> named.add(role.path("name").asText()));
        assertThat(named).containsExactlyInAnyOrder("INSPECTOR", "UNIT", "SUPERVISOR", "OFFICE", "INTAKE", "ADMIN");
        TreeSet<String> told = new TreeSet<>();
        realm.at("/scopeMappings/0/roles").forEach(role -> told.add(role.asText()));
        assertThat(told).isEqualTo(named);
    }

    @Test
    void theRealmHasNobodyAndNoSecretInIt() {
        assertThat(realm.has("users")).isFalse();
        assertThat(realm.findValuesAsText("secret")).containsExactly("${BIHUAN_CONSOLE_SECRET}");
        assertThat(realm.findValues("credentials")).isEmpty();
        assertThat(realm.findValues("privateKey")).isEmpty();
    }

    @Test
    void theRealmStopsGuessingAndItsTokensAreShortLived() {
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("accessTokenLifespan").asInt()).isBetween(60, 600);
        assertThat(realm.path("registrationAllowed").asBoolean(true)).isFalse();
    }

    private List<String> instructions(String instruction) {
        return dockerfile.stream()
                .filter(line -> line.startsWith(instruction + " "))
                .map(line -> line.substring(instruction.length() + 1))
                .toList();
    }
}
