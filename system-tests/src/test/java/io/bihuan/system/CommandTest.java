package io.bihuan.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bihuan.stack.DemoPerson;
import io.bihuan.stack.StackPorts;
import io.bihuan.stack.client.Api;
import io.bihuan.stack.client.Tokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code ./bihuan} itself, from the first {@code up} to {@code reset}, in folders with blanks in their names. */
@Tag("long")
class CommandTest {

    private static final Path ROOT = SharedStack.PROJECT;
    private static final List<String> MODULES =
            List.of("local-stack", "hazard-service", "notification-service", "reporting-service", "console");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** The hazards of the sample ledger. */
    private static final String SAMPLE = "&district=NYC";

    /** Those that a demo walked through their lives. */
    private static final String WALKED = "&grade=MAJOR&unit=" + DemoPerson.UNIT.unit();

    private static final Pattern FOUND = Pattern.compile("in all .*found (\\d+)");

    private final Path temporary;
    private final Path project;
    private final Path home;
    private final StackPorts ports = StackPorts.free();

    CommandTest(@TempDir Path temporary) throws IOException {
        this.temporary = temporary;
        project = builtProject(temporary.resolve("a project"));
        home = temporary.resolve("the state");
    }

    private record Said(int exit, String text) {}

    @AfterEach
    void leaveNothing() throws Exception {
        bihuan("down");
        for (var module : MODULES) {
            Files.delete(builtBy(project.resolve(module))); // so that cleaning up never looks into the real one
        }
    }

    @Test
    void aBusyPortIsRefusedByNamingWhoHasIt() throws Exception {
        try (var held = new ServerSocket(ports.hazard(), 1, InetAddress.getLoopbackAddress())) {
            var refused = bihuan("up", "--detach");
            assertThat(refused.exit()).as(refused.text()).isEqualTo(1);
            assertThat(refused.text())
                    .contains("port " + held.getLocalPort() + " is taken by process "
                            + ProcessHandle.current().pid())
                    .contains("BIHUAN_HAZARD_PORT=");
        }
        assertNothingRuns();
    }

    @Test
    void aStackIsStartedUsedStoppedCrashedAndRemoved() throws Exception {
        succeeds("up", "--detach");
        assertEverythingIsHealthy();
        assertThat(succeeds("up", "--detach").text()).startsWith("Already up in " + home);

        ledgersThatCannotBeUsedAreRefused();
        assertThat(hazards("")).isZero();
        succeeds("import", sample("hpd-violations.csv"), "--mapping", sample("hpd-violations.mapping.yaml"));
        assertThat(hazards("")).isEqualTo(100);
        assertThat(succeeds("demo").text()).contains("found 2000, closed", "as the ledger says");
        assertThat(hazards(SAMPLE)).isEqualTo(100);
        assertThat(hazards(WALKED)).isEqualTo(1);
        // Nothing about what is past; what is due now is told at 08:30.
        assertThat(messages()).isLessThan(100);
        theHistoryIsVerified();
        hazardsKeepComing();

        succeeds("down");
        assertNothingRuns();
        assertThat(succeeds("demo").text()).contains("on record already, nothing is loaded again");
        assertThat(hazards(SAMPLE)).isEqualTo(100);
        assertThat(hazards(WALKED)).isEqualTo(2);

        long launcher = assertEverythingIsHealthy().path("launcher").asLong();
        ProcessHandle.of(launcher).orElseThrow().destroyForcibly();
        await().atMost(PATIENCE).until(() -> ProcessHandle.of(launcher)
                .filter(ProcessHandle::isAlive)
                .isEmpty());
        succeeds("up", "--detach");
        assertEverythingIsHealthy();
        assertThat(hazards(WALKED)).isEqualTo(2);

        succeeds("reset", "--yes");
        assertThat(home).doesNotExist();
        assertNothingRuns();
    }

    private void theHistoryIsVerified() throws Exception {
        assertThat(succeeds("verify-history").text()).contains("历史记录完好", "the history is what was recorded");

        var missing = bihuan("verify-history", "--seals", "no such seals.json");
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.text()).contains("there is no file to read at", "no such seals.json");

        var kept = Files.writeString(temporary.resolve("seals.json"), """
                {"items": [{"day": "2020-01-01", "after": 0, "through": 0, "rows": 0, "rowsHash": "", "previousHash": "",
                            "sealedAt": "2020-01-01T16:05:00Z", "hash": "%s"}], "nextCursor": null}
                """.formatted("0".repeat(64)));
        var differs = bihuan("verify-history", "--seals", kept.toString());
        assertThat(differs.exit()).isEqualTo(1);
        assertThat(differs.text())
                .contains("另存的 2020-01-01 日封存", "the seal of 2020-01-01 that was kept elsewhere")
                .contains("发现 1 项问题", "findings: 1");
    }

    private void ledgersThatCannotBeUsedAreRefused() throws Exception {
        var missing = bihuan("import", "no such ledger.csv", "--mapping", sample("hpd-violations.mapping.yaml"));
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.text()).contains("there is no file to read at", "no such ledger.csv");

        var mapping = Files.writeString(
                temporary.resolve("bad.mapping.yaml"),
                Files.readString(Path.of(sample("hpd-violations.mapping.yaml")))
                        .replace("InspectionDate", "Inspected"));
        var bad = bihuan("import", sample("hpd-violations.csv"), "--mapping", mapping.toString());
        assertThat(bad.exit()).isEqualTo(1);
        assertThat(bad.text()).contains("Inspected").doesNotContain("Exception", "\tat ");
    }

    private JsonNode assertEverythingIsHealthy() throws Exception {
        var status = new ObjectMapper().readTree(succeeds("status", "--json").text());
        assertThat(status.path("phase").asText()).isEqualTo("UP");
        assertThat(status.path("parts")).hasSize(9).allMatch(part -> part.path("healthy")
                .asBoolean());
        return status;
    }

    private void hazardsKeepComing() throws Exception {
        var season = simulated();

        var said = succeeds("simulate", "--per-minute", "300", "--for", "0.25").text();

        var sum = FOUND.matcher(said);
        assertThat(sum.find()).as(said).isTrue();
        long found = Long.parseLong(sum.group(1));
        assertThat(found).as(said).isPositive();
        assertThat(said).contains("in all").doesNotContain("left to others");
        await().atMost(PATIENCE).until(() -> simulated() == season + found);
    }

    /** How many hazards the report knows that were found under the simulation's campaign. */
    private long simulated() {
        var campaign = asAdministrator(ports.hazard())
                .get("/api/campaigns")
                .body()
                .path("items")
                .path(0)
                .path("code")
                .asText();
        assertThat(campaign).startsWith("SIM-");
        return asAdministrator(ports.reporting())
                .get("/api/reports/districts?parent=63&campaign=" + campaign)
                .body()
                .path("total")
                .path("found")
                .asLong();
    }

    /** @param which as the list's parameters narrow it, to no more than 500 */
    private int hazards(String which) {
        return asAdministrator(ports.hazard())
                .get("/api/hazards?limit=500" + which)
                .body()
                .path("items")
                .size();
    }

    private int messages() {
        return new Api(ports.sms()).get("/messages").body().path("items").size();
    }

    private Api asAdministrator(int port) {
        return new Api(port).as(() -> Tokens.from(ports.identity()).of("admin"));
    }

    /** No process works in our folders or was started from them. */
    private void assertNothingRuns() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            try (var processes = Files.list(Path.of("/proc"))) {
                assertThat(processes
                                .filter(process ->
                                        process.getFileName().toString().matches("\\d+"))
                                .map(this::ours)
                                .filter(command -> !command.isEmpty()))
                        .isEmpty();
            }
        });
    }

    /** @return the command of a process that is ours, otherwise nothing */
    private String ours(Path process) {
        try {
            var command = Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1)
                    .replace('\0', ' ');
            var directory = Files.readSymbolicLink(process.resolve("cwd"));
            return command.contains(temporary.toString()) || directory.startsWith(temporary) ? command : "";
        } catch (IOException e) {
            return ""; // it has just ended, or is somebody else's
        }
    }

    private String sample(String name) {
        return project.resolve("samples").resolve(name).toString();
    }

    private Said succeeds(String... arguments) throws Exception {
        var said = bihuan(arguments);
        assertThat(said.exit())
                .as("./bihuan %s:\n%s", String.join(" ", arguments), said.text())
                .isZero();
        return said;
    }

    private Said bihuan(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(project.resolve("bihuan").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(temporary.toFile()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "BIHUAN_HOME", home.toString(),
                        "BIHUAN_CONSOLE_PORT", "" + ports.console(),
                        "BIHUAN_HAZARD_PORT", "" + ports.hazard(),
                        "BIHUAN_NOTIFICATION_PORT", "" + ports.notification(),
                        "BIHUAN_REPORTING_PORT", "" + ports.reporting(),
                        "BIHUAN_SMS_PORT", "" + ports.sms(),
                        "BIHUAN_SMPP_PORT", "" + ports.smpp(),
                        "BIHUAN_POSTGRES_PORT", "" + ports.postgres(),
                        "BIHUAN_KAFKA_PORT", "" + ports.kafka()));
        builder.environment().put("BIHUAN_IDENTITY_PORT", "" + ports.identity());
        var process = builder.start();
        process.getOutputStream().close();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    /**
     * The project as it stands when it is built: the script, the samples and what the build made. Without the sources
     * nothing is out of date, so the script under test never starts a build inside the one that tests it.
     */
    private static Path builtProject(Path project) throws IOException {
        Files.createDirectory(project);
        Files.copy(ROOT.resolve("bihuan"), project.resolve("bihuan"), StandardCopyOption.COPY_ATTRIBUTES);
        for (var module : MODULES) {
            Files.createDirectory(project.resolve(module));
            Files.createSymbolicLink(
                    project.resolve(module).resolve("target"),
                    ROOT.resolve(module).resolve("target"));
        }
        var samples = Files.createDirectory(project.resolve("samples"));
        for (var sample : List.of(SampleLedger.FILE, SampleLedger.MAPPING)) {
            var copy = Files.copy(sample, samples.resolve(sample.getFileName().toString()));
            Files.setLastModifiedTime(copy, FileTime.fromMillis(0));
        }
        Files.setLastModifiedTime(samples, FileTime.fromMillis(0));
        return project;
    }

    private static Path builtBy(Path module) {
        return module.resolve("target");
    }
}
