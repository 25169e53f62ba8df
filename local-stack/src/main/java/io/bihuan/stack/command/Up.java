package io.bihuan.stack.command;

import io.bihuan.stack.PartFailedException;
import io.bihuan.stack.Stack;
import io.bihuan.stack.StackPorts;
import io.bihuan.stack.StackState;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description = "Starts everything and shows how far it is.",
        footer = {
            "",
            "In the foreground Ctrl-C stops everything. With --detach the command returns once everything is",
            "healthy, and ./bihuan down stops it. What a crash left behind is cleaned up first."
        })
final class Up implements Callable<Integer> {

    @Mixin
    private final Help help = new Help();

    @Option(
            names = {"-d", "--detach"},
            description = "Return once everything is healthy, and leave it running.")
    private boolean detach;

    @Option(names = Background.OPTION, hidden = true)
    private boolean background;

    @Override
    public Integer call() throws Exception {
        var home = Here.home();
        var running = home.state();
        if (running.isPresent() && running.get().phase() == StackState.Phase.UP) {
            System.out.println("Already up in " + home.path() + " (process "
                    + running.get().launcher() + ").");
            Addresses.print(running.get().ports());
            return detach ? 0 : alreadyHere();
        }
        var ports = StackPorts.from(System.getenv());
        if (detach) {
            new Background(home).start();
            Addresses.print(ports);
            return 0;
        }
        return run(new Stack(home, Here.project(), ports, System.out::println));
    }

    private static int alreadyHere() {
        System.err.println("bihuan: ./bihuan logs --follow shows what it does, ./bihuan down stops it.");
        return 1;
    }

    private int run(Stack stack) throws InterruptedException {
        // Ctrl-C, a closed terminal, ./bihuan down and a failure below all end this process, and so end here.
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop-stack"));
        try {
            stack.start();
        } catch (PartFailedException e) {
            if (!stack.isClosed()) {
                throw e;
            }
            // Stopped by somebody while starting: this process is ending, and that is no failure of a part.
            new CountDownLatch(1).await();
        }
        stack.watch(Up::report);
        if (!background) {
            Addresses.print(stack.ports());
            System.out.println("Ctrl-C or ./bihuan down stops it.");
        }
        new CountDownLatch(1).await();
        return 0;
    }

    private static void report(PartFailedException failure) {
        System.out.println("!! " + failure.getMessage());
        System.out.println("   The rest goes on. ./bihuan down and ./bihuan up start it again.");
    }
}
