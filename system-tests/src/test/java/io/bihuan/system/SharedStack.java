package io.bihuan.system;

import io.bihuan.stack.PrivateFiles;
import io.bihuan.stack.Stack;
import io.bihuan.stack.StackHome;
import io.bihuan.stack.StackPorts;
import io.bihuan.stack.client.Api;
import io.bihuan.stack.client.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The stack that the test classes of one JVM share: it begins empty in a temporary home, on ports of its own, and goes
 * with the JVM. Test classes keep apart by their districts.
 */
public final class SharedStack {

    /** The project's root; Maven starts the tests in the module below it. */
    public static final Path PROJECT =
            Path.of(System.getProperty("basedir", ""), "..").toAbsolutePath().normalize();

    private static @Nullable Stack stack;

    private SharedStack() {}

    /** @return the stack, up and healthy */
    public static synchronized Stack running() {
        if (stack == null) {
            stack = started();
        }
        return stack;
    }

    /** @return a service of the stack, called by an administrator */
    public static Api asAdministrator(Stack stack, int port) {
        var tokens = Tokens.from(stack.ports().identity());
        return new Api(port).as(() -> tokens.of("admin"));
    }

    private static Stack started() {
        var home = temporaryHome();
        var started = new Stack(home, PROJECT, StackPorts.free(), System.out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(started), "shared-stack-end"));
        started.start();
        return started;
    }

    private static StackHome temporaryHome() {
        try {
            return new StackHome(Files.createTempDirectory("bihuan-system-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Stack stack) {
        stack.close();
        try {
            PrivateFiles.deleteAll(stack.home().path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
