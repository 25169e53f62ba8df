package io.bihuan.stack.command;

import io.bihuan.stack.JavaCommand;
import io.bihuan.stack.PartFailedException;
import io.bihuan.stack.PrivateFiles;
import io.bihuan.stack.StackHome;
import io.bihuan.stack.StackState;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A launcher of its own session: it outlives the command that starts it, and its terminal. */
final class Background {

    /** How the launcher knows that nobody sits before it. */
    static final String OPTION = "--background";

    private final StackHome home;

    Background(StackHome home) {
        this.home = home;
    }

    /** Returns once everything is healthy, having shown what the launcher said meanwhile. */
    void start() throws IOException, InterruptedException {
        var log = home.log("launcher");
        PrivateFiles.directory(home.part("launcher"));
        Files.deleteIfExists(log);
        Files.createFile(log);
        var launcher = launch(log);
        var up = new AtomicBoolean();
        var cancel = new Thread(
                () -> {
                    if (!up.get()) {
                        launcher.destroy();
                    }
                },
                "cancel-launch");
        Runtime.getRuntime().addShutdownHook(cancel);
        try (var said = Files.newBufferedReader(log)) {
            while (!up.get()) {
                up.set(isUp(launcher));
                boolean ended = !up.get() && launcher.waitFor(100, TimeUnit.MILLISECONDS);
                for (var line = said.readLine(); line != null; line = said.readLine()) {
                    System.out.println(line);
                }
                if (ended) {
                    throw new PartFailedException("stack", "did not start; ./bihuan logs shows more");
                }
            }
        }
    }

    private boolean isUp(Process launcher) {
        return home.state()
                .filter(state -> state.launcher() == launcher.pid() && state.phase() == StackState.Phase.UP)
                .isPresent();
    }

    private Process launch(Path log) throws IOException {
        var command = new ArrayList<>(List.of("setsid"));
        command.addAll(JavaCommand.of(Bihuan.class)
                .with("-Xmx64m", "-D" + Here.PROJECT + "=" + Here.project())
                .running("up", OPTION));
        var builder = new ProcessBuilder(command)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(JavaCommand.ownClassPath());
        builder.environment().put("BIHUAN_HOME", home.path().toString());
        return builder.start();
    }
}
