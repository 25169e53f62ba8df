package io.bihuan.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {

    private final Path home;

    ChildTest(@TempDir Path home) {
        this.home = home;
    }

    @Test
    void itsNumberIsThatOfTheCommandItself() throws Exception {
        var child = start("sleep", "60");
        try {
            await().until(() -> command(child.pid()).equals("sleep 60"));
        } finally {
            child.kill();
        }
    }

    @Test
    void itEndsWhenTheProcessThatStartedItIsKilled() throws Exception {
        var starter = new ProcessBuilder(JavaCommand.of(Starter.class).running(home.toString()));
        starter.environment().putAll(JavaCommand.ownClassPath());
        var launcher = starter.redirectErrorStream(true).start();
        try (var said = launcher.inputReader()) {
            long child = Long.parseLong(said.readLine());
            assertThat(ProcessHandle.of(child)).isPresent();

            launcher.destroyForcibly().waitFor();

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> ProcessHandle.of(child).isEmpty());
        }
    }

    @Test
    void whatDoesNotEndWhenAskedIsKilled() {
        var child = start("sh", "-c", "trap '' TERM; echo deaf; while :; do sleep 0.1; done");
        await().until(() -> Files.readString(home.resolve("log")).contains("deaf"));

        child.stop(Duration.ofMillis(300));

        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void aPartThatDiesWhileStartingShowsTheEndOfItsLog() {
        var child = start("sh", "-c", "echo 'the disk is full' >&2; exit 3");

        assertThatThrownBy(() -> child.awaitReady(Duration.ofSeconds(20), () -> false))
                .isInstanceOf(PartFailedException.class)
                .hasMessageContaining("sleeper: ended with exit code 3")
                .hasMessageContaining("the disk is full");
    }

    @Test
    void aPartThatIsNeverReadySaysHowLongWasWaited() {
        var child = start("sleep", "60");
        try {
            assertThatThrownBy(() -> child.awaitReady(Duration.ofSeconds(1), () -> false))
                    .hasMessageContaining("was not ready within 1 s");
        } finally {
            child.kill();
        }
    }

    @Test
    void whatAKilledLauncherLeftIsEnded() {
        var left = start("sleep", "60");
        ProcessNote.endLeftover(home, Child.Signal.TERM);
        // It has ended; that its own parent, this test, hears of it takes a moment.
        await().atMost(Duration.ofSeconds(10)).until(() -> !left.isAlive());
    }

    @Test
    void aStrangerWhoGotTheNumberSinceIsLeftAlone() throws Exception {
        var stranger = start("sleep", "60");
        try {
            var note = Files.readString(home.resolve("process")).strip().split(" ");
            Files.writeString(home.resolve("process"), note[0] + " " + (Long.parseLong(note[1]) - 1) + " " + note[2]);
            ProcessNote.endLeftover(home, Child.Signal.TERM);
            assertThat(stranger.isAlive()).isTrue();

            Files.writeString(home.resolve("process"), note[0] + " " + note[1] + " another-boot");
            ProcessNote.endLeftover(home, Child.Signal.TERM);
            assertThat(stranger.isAlive()).isTrue();

            Files.writeString(home.resolve("process"), note[0]);
            ProcessNote.endLeftover(home, Child.Signal.TERM);
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.kill();
        }
    }

    private Child start(String... command) {
        return Child.start("sleeper", List.of(command), Map.of(), home, home.resolve("log"), Child.Signal.TERM);
    }

    private static String command(long pid) throws Exception {
        return Files.readString(Path.of("/proc/" + pid + "/cmdline"))
                .replace('\0', ' ')
                .strip();
    }

    /** Starts a child, says its number, and waits to be killed. */
    static final class Starter {

        private Starter() {}

        public static void main(String[] arguments) throws Exception {
            var home = Path.of(arguments[0]);
            var child = Child.start(
                    "sleeper", List.of("sleep", "60"), Map.of(), home, home.resolve("log"), Child.Signal.TERM);
            System.out.println(child.pid());
            Thread.sleep(Duration.ofMinutes(1).toMillis());
        }
    }
}
