package io.bihuan.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DockerfileTest {

    private static final String PATH = "src/main/docker/Dockerfile";

    static Set<String> services() {
        return ServiceConfiguration.names();
    }

    @ParameterizedTest
    @MethodSource("services")
    void itRunsOnTheJavaThatTheServiceIsBuiltFor(String service) {
        assertThat(only(service, "FROM"))
                .startsWith("eclipse-temurin:" + Repository.pomProperty("maven.compiler.release") + "-jre");
    }

    @ParameterizedTest
    @MethodSource("services")
    void itRunsAsANumberedUserWhoIsNotRootAndWhomKubernetesNames(String service) {
        Matcher user = Pattern.compile("([1-9]\\d*):([1-9]\\d*)").matcher(only(service, "USER"));
        assertThat(user.matches()).isTrue();
        Deployment deployment =
                KubernetesInstallation.read(Kustomization.render("k8s/base")).named(Deployment.class, service);
        var context = deployment.getSpec().getTemplate().getSpec().getSecurityContext();
        assertThat(context.getRunAsUser()).isEqualTo(Long.valueOf(user.group(1)));
        assertThat(context.getRunAsGroup()).isEqualTo(Long.valueOf(user.group(2)));
    }

    @ParameterizedTest
    @MethodSource("services")
    void theStopSignalReachesTheJvmItself(String service) {
        assertThat(only(service, "ENTRYPOINT")).isEqualTo("[\"java\", \"-jar\", \"quarkus-run.jar\"]");
        assertThat(instructions(service, "CMD")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void theHeapFollowsTheLimitAndTextIsUtf8(String service) {
        assertThat(only(service, "ENV"))
                .startsWith("JDK_JAVA_OPTIONS=")
                .contains("-XX:MaxRAMPercentage=", "-Dfile.encoding=UTF-8");
    }

    @ParameterizedTest
    @MethodSource("services")
    void itTakesTheWholeApplicationAndNothingElse(String service) {
        assertThat(instructions(service, "COPY"))
                .containsExactly(
                        "target/quarkus-app/lib/ lib/",
                        "target/quarkus-app/*.jar ./",
                        "target/quarkus-app/app/ app/",
                        "target/quarkus-app/quarkus/ quarkus/");
        assertThat(instructions(service, "ADD")).isEmpty();
        assertThat(Repository.text(service + "/.dockerignore")).isEqualTo("*\n!target/quarkus-app\n");
    }

    @ParameterizedTest
    @MethodSource("services")
    void itNamesThePortOfTheService(String service) {
        assertThat(only(service, "EXPOSE")).isEqualTo(String.valueOf(ServiceConfiguration.portOf(service)));
    }

    @ParameterizedTest
    @MethodSource("services")
    void composeBuildsItFromTheFolderThatItsCommentSays(String service) {
        var build = ComposeInstallation.read(Repository.text("docker-compose.yml"))
                .service(service)
                .path("build");
        assertThat(build.path("context").asText()).isEqualTo(service);
        assertThat(build.path("dockerfile").asText()).isEqualTo(PATH);
        assertThat(Repository.text(service + "/" + PATH))
                .contains("docker build -f " + service + "/" + PATH + " -t bihuan/" + service + ":"
                        + Repository.version() + " " + service + "\n");
    }

    private static String only(String service, String instruction) {
        List<String> instructions = instructions(service, instruction);
        assertThat(instructions).as(instruction).hasSize(1);
        return instructions.get(0);
    }

    private static List<String> instructions(String service, String instruction) {
        return Repository.text(service + "/" + PATH)
                .lines()
                .filter(line -> line.startsWith(instruction + " "))
                .map(line -> line.substring(instruction.length() + 1))
                .toList();
    }
}
