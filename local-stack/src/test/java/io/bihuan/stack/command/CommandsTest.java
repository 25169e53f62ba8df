package io.bihuan.stack.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.bihuan.stack.JavaCommand;
import io.bihuan.stack.StackPorts;
import io.bihuan.stack.StandInService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as processes, as the script runs them, with stand-ins for the services. */
class CommandsTest {

    private final Path project;
    private final Path home;
    private final StackPorts ports = StackPorts.free();

    CommandsTest(@TempDir Path temporary) throws IOException {
        project = temporary.resolve("a project");
        home = temporary.resolve("state");
        StandInService.packageBelow(project);
    }

    private record Said(int exit, String text) {}

    @AfterEach
    void leaveNothing() throws Exception {
        bihuan("down");
    }

    @Test
    void aStackIsStartedInTheBackgroundLookedAtAndStopped() throws Exception {
        assertThat(bihuan("status")).isEqualTo(new Said(3, "Nothing runs in " + home + ". ./bihuan up starts it.\n"));

        var up = bihuan("up", "--detach");
        assertThat(up.text())
                .contains("hazard-service", "Up in", "http://localhost:" + ports.sms() + "/")
                .containsPattern("Open 打开 +http://localhost:" + ports.console() + "\n");
        assertThat(up.exit()).isZero();
        var again = bihuan("up", "--detach");
        assertThat(again.text()).startsWith("Already up in " + home);
        assertThat(again.exit()).isZero();

        var status = bihuan("status", "--json");
        assertThat(status.exit()).isZero();
        assertThat(status.text()).startsWith("{");
        var told = new ObjectMapper().readTree(status.text());
        assertThat(told.path("running").asBoolean()).isTrue();
        assertThat(told.path("parts")).hasSize(9);
        assertThat(told.path("ports").path("hazard").asInt()).isEqualTo(ports.hazard());

        assertThat(bihuan("logs", "hazard-service").text()).endsWith("hazard_app listens on " + ports.hazard() + "\n");
        assertThat(bihuan("logs", "--lines", "1").text())
                .contains("hazard-service       | hazard_app listens on " + ports.hazard());

        assertThat(bihuan("down").exit()).isZero();
        assertThat(bihuan("status").exit()).isEqualTo(3);
    }

    @Test
    void aServiceThatDiesIsShown() throws Exception {
        bihuan("up", "--detach");
        var before = new ObjectMapper().readTree(bihuan("status", "--json").text());
        for (var part : before.path("parts")) {
            if (part.path("name").asText().equals("reporting-service")) {
                ProcessHandle.of(part.path("pid").asLong()).orElseThrow().destroyForcibly();
            }
        }

        var status = bihuan("status");

        assertThat(status.exit()).isEqualTo(1);
        assertThat(status.text()).containsPattern("reporting-service +DOWN");
    }

    @Test
    void resetAsksFirstAndThenLeavesNothing() throws Exception {
        bihuan("up", "--detach");

        var unasked = bihuan("reset");
        assertThat(unasked.exit()).isEqualTo(1);
        assertThat(unasked.text()).contains("--yes");
        assertThat(bihuan("status").exit()).isZero();

        assertThat(bihuan("reset", "--yes").exit()).isZero();
        assertThat(home).doesNotExist();
    }

    @Test
    void whatNeedsTheStackSaysThatItIsNotUp() throws Exception {
        var refused = bihuan("import", "ledger.csv", "--mapping", "mapping.yaml");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.text()).contains("the stack is not up; ./bihuan up starts it");
    }

    @Test
    void aPaceOrTimeThatCannotBeIsRefused() throws Exception {
        assertThat(bihuan("simulate", "--per-minute", "0").text()).contains("--per-minute must be 1 to 600, but is 0");
        assertThat(bihuan("simulate", "--per-minute", "6", "--for", "0").text())
                .contains("--for must be more than 0, but is 0");
        assertThat(bihuan("simulate", "--per-minute", "6").text()).contains("the stack is not up");
    }

    @Test
    void everyCommandHasHelp() throws Exception {
        for (var command : new String[] {
            "up",
            "down",
            "status",
            "logs",
            "demo",
            "simulate",
            "import",
            "rebuild-reports",
            "verify-history",
            "token",
            "reset"
        }) {
            var help = bihuan(command, "--help");
            assertThat(help.exit()).as(command).isZero();
            assertThat(help.text()).startsWith("Usage: bihuan " + command);
        }
    }

    private Said bihuan(String... arguments) throws Exception {
        var command = new ProcessBuilder(JavaCommand.of(Bihuan.class)
                        .with(
                                "-Xmx96m",
                                "-Dbihuan.project=" + project,
                                // What hands the parts to Quarkus's tests brings its log manager along.
                                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager")
                        .running(arguments))
                .redirectErrorStream(true);
        command.environment().putAll(JavaCommand.ownClassPath());
        command.environment()
                .putAll(Map.of(
                        "BIHUAN_HOME", home.toString(),
                        "BIHUAN_CONSOLE_PORT", "" + ports.console(),
                        "BIHUAN_HAZARD_PORT", "" + ports.hazard(),
                        "BIHUAN_NOTIFICATION_PORT", "" + ports.notification(),
                        "BIHUAN_REPORTING_PORT", "" + ports.reporting(),
                        "BIHUAN_SMS_PORT", "" + ports.sms(),
                        "BIHUAN_IDENTITY_PORT", "" + ports.identity(),
                        "BIHUAN_SMPP_PORT", "" + ports.smpp(),
                        "BIHUAN_POSTGRES_PORT", "" + ports.postgres(),
                        "BIHUAN_KAFKA_PORT", "" + ports.kafka()));
        var process = command.start();
        process.getOutputStream().close();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }
}
