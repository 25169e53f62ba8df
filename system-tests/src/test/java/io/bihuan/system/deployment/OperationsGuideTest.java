package io.bihuan.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever installs reads docs/operations.md: nothing that he must give or make may be missing there. */
class OperationsGuideTest {

    private final String guide = Repository.text("docs/operations.md");

    @Test
    void itExplainsEveryVariableOfTheServices() {
        Set<String> variables =
                ComposeInstallation.read(Repository.text("docker-compose.yml")).installation().services().stream()
                        .flatMap(service -> service.environment().keySet().stream())
                        .collect(Collectors.toSet());
        assertThat(variables).hasSizeGreaterThan(5).allSatisfy(this::isExplained);
    }

    @Test
    void itExplainsEveryPropertyOfOurOwnWithItsVariable() {
        assertThat(ServiceConfiguration.names())
                .flatMap(name -> ServiceConfiguration.of(name).ownVariables())
                .contains("BIHUAN_ZONE")
                .allSatisfy(this::isExplained);
    }

    @Test
    void itExplainsEveryVariableThatComposeReads() {
        assertThat(ComposeInstallation.variables(Repository.text("docker-compose.yml")))
                .isNotEmpty()
                .allSatisfy((variable, required) -> isExplained(variable));
    }

    @Test
    void itMakesEverySecretThatKubernetesNeeds() {
        assertThat(KubernetesInstallation.read(Kustomization.render("k8s/base")).secrets())
                .containsExactlyInAnyOrder(
                        "hazard-database",
                        "hazard-app-database",
                        "notification-database",
                        "reporting-database",
                        "keycloak-database",
                        "keycloak",
                        "console",
                        "sms-gateway",
                        "evidence-store",
                        "citizen-identity")
                .allSatisfy(secret -> assertThat(guide).contains(secret));
    }

    @Test
    void itNamesEveryTopic() {
        assertThat(KubernetesInstallation.read(Kustomization.render("k8s/base"))
                        .installation()
                        .topics()
                        .keySet())
                .allSatisfy(topic -> assertThat(guide).contains("`" + topic + "`"));
    }

    private void isExplained(String variable) {
        assertThat(guide).contains("| `" + variable + "` |");
    }
}
