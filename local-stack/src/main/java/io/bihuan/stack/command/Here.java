package io.bihuan.stack.command;

import io.bihuan.stack.StackHome;
import io.bihuan.stack.StackState;
import java.nio.file.Path;

/** Which project and which stack the commands speak of. */
final class Here {

    /** Set by the script: the directory that it stands in. */
    static final String PROJECT = "bihuan.project";

    private Here() {}

    static Path project() {
        return Path.of(System.getProperty(PROJECT, ".")).toAbsolutePath().normalize();
    }

    static StackHome home() {
        var elsewhere = System.getenv("BIHUAN_HOME");
        return new StackHome(
                elsewhere == null || elsewhere.isBlank() ? project().resolve(".bihuan") : Path.of(elsewhere));
    }

    /** @return the stack that is up, for commands that need one */
    static StackState running() {
        return home().state()
                .filter(state -> state.phase() == StackState.Phase.UP)
                .orElseThrow(() -> new IllegalArgumentException("the stack is not up; ./bihuan up starts it"));
    }
}
