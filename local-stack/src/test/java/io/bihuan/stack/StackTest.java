package io.bihuan.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackTest {

    private final Path project;
    private final StackHome home;
    private final StackPorts ports = StackPorts.free();
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());

    StackTest(@TempDir Path temporary) throws IOException {
        project = temporary.resolve("a project");
        home = new StackHome(project.resolve(".bihuan"));
        StandInService.packageBelow(project);
    }

    @Test
    void everythingStartsAndIsHealthyAndWhatWasKeptIsThereTheNextTime() throws Exception {
        try (var stack = stack()) {
            stack.start();
            var state = home.state().orElseThrow();
            assertThat(state.phase()).isEqualTo(StackState.Phase.UP);
            assertThat(Health.of(home, state))
                    .hasSize(9)
                    .allSatisfy(
                            part -> assertThat(part.healthy()).as(part.name()).isTrue())
                    .allSatisfy(part -> assertThat(part.memoryMiB()).isPositive());
            try (var connection = DriverManager.getConnection(
                            stack.postgres().databases().jdbcUrl("hazard"), "hazard", stack.password("hazard"));
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE kept (n int)");
            }
        }
        assertThat(home.state()).isEmpty();
        assertThat(said).contains("Stopped.").anyMatch(line -> line.matches("Up in [0-9.]+ s\\."));

        try (var stack = stack()) {
            stack.start();
            try (var connection = DriverManager.getConnection(
                            stack.postgres().databases().jdbcUrl("hazard"), "hazard", stack.password("hazard"));
                    var statement = connection.createStatement()) {
                statement.execute("SELECT n FROM kept");
            }
        }
    }

    @Test
    void aServiceCanBeKilledAndStartedAgainWhileTheRestGoesOn() {
        var told = Collections.synchronizedList(new ArrayList<String>());
        try (var stack = stack()) {
            stack.start();
            stack.watch(failure -> told.add(failure.part()));
            var service = stack.service("hazard-service");
            long first = Objects.requireNonNull(service.child()).pid();

            service.kill();
            assertThat(service.isAlive()).isFalse();
            assertThat(service.isReady()).isFalse();
            assertThat(stack.service("reporting-service").isReady()).isTrue();
            await().until(() -> told.equals(List.of("hazard-service")));

            service.start();
            assertThat(service.isReady()).isTrue();
            assertThat(Objects.requireNonNull(service.child()).pid()).isNotEqualTo(first);
        }
        assertThat(told).containsExactly("hazard-service");
    }

    @Test
    void aTakenPortIsRefusedByNamingItsHolderAndTheSettingThatMovesOurs() throws Exception {
        try (var held = new ServerSocket(ports.reporting(), 1, InetAddress.getLoopbackAddress());
                var stack = stack()) {
            assertThatThrownBy(stack::start)
                    .isInstanceOf(PartFailedException.class)
                    .hasMessageContaining("port " + held.getLocalPort() + " is taken by process "
                            + ProcessHandle.current().pid())
                    .hasMessageContaining("BIHUAN_REPORTING_PORT=");
        }
        assertThat(home.isLocked()).isFalse();
    }

    @Test
    void aServiceThatDoesNotStartIsNamedWithTheEndOfItsLogAndNothingStays() throws Exception {
        PrivateFiles.directory(home.part("notification-service"));
        Files.createFile(home.part("notification-service").resolve("refuse-to-start"));
        try (var stack = stack()) {
            assertThatThrownBy(stack::start)
                    .isInstanceOf(PartFailedException.class)
                    .hasMessageContaining("notification-service: ended with exit code 1 while starting")
                    .hasMessageContaining("the migration of notification failed");
        }
        ports.used().values().forEach(port -> assertThat(Ports.isFree(port)).isTrue());
    }

    @Test
    void aSecondStackInTheSameHomeIsRefused() {
        try (var first = stack();
                var second = stack()) {
            first.start();
            assertThatThrownBy(second::start).hasMessageContaining("already runs in " + home.path());
            assertThat(first.service("hazard-service").isReady()).isTrue();
        }
    }

    @Test
    void whatAKilledLauncherLeftIsCleanedUpByTheNextStart() throws Exception {
        var command = new ProcessBuilder(JavaCommand.of(Launcher.class)
                .with("-Xmx64m")
                .running(
                        project.toString(),
                        "" + ports.console(),
                        "" + ports.hazard(),
                        "" + ports.notification(),
                        "" + ports.reporting(),
                        "" + ports.sms(),
                        "" + ports.identity(),
                        "" + ports.smpp(),
                        "" + ports.postgres(),
                        "" + ports.kafka()));
        command.environment().putAll(JavaCommand.ownClassPath());
        var launcher = command.inheritIO().start();
        await().atMost(Duration.ofMinutes(2)).until(() -> home.state()
                .filter(state -> state.phase() == StackState.Phase.UP)
                .isPresent());

        launcher.destroyForcibly().waitFor();

        try (var stack = stack()) {
            stack.start();
            assertThat(stack.service("hazard-service").isReady()).isTrue();
        }
    }

    private Stack stack() {
        return new Stack(home, project, ports, said::add);
    }

    /** A launcher of its own process. */
    static final class Launcher {

        private Launcher() {}

        public static void main(String[] arguments) throws Exception {
            var project = Path.of(arguments[0]);
            var port = Stream.of(arguments).skip(1).mapToInt(Integer::parseInt).toArray();
            var ports = new StackPorts(port[0], port[1], port[2], port[3], port[4], port[5], port[6], port[7], port[8]);
            new Stack(new StackHome(project.resolve(".bihuan")), project, ports, line -> {}).start();
            Thread.sleep(Duration.ofMinutes(2).toMillis());
        }
    }
}
