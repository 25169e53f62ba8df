package io.bihuan.stack.command;

import io.bihuan.stack.StackState;
import io.bihuan.stack.demo.Walkthrough;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "demo",
        description =
                "Starts everything if it is not up, imports a sample ledger, and walks one hazard through its life.",
        footer = {
            "",
            "Each step shows the call, the event, the SMS and the district's figures. What does not come as",
            "expected ends the demo with exit code 1."
        })
final class Demo implements Callable<Integer> {

    @Mixin
    private final Help help = new Help();

    @Override
    public Integer call() throws Exception {
        var home = Here.home();
        if (home.state().filter(state -> state.phase() == StackState.Phase.UP).isEmpty()) {
            new Background(home).start();
        }
        var ports = Here.running().ports();
        new Walkthrough(ports, Here.project().resolve("samples")).run();
        System.out.println("\nLook around:");
        Addresses.print(ports);
        System.out.println("./bihuan down stops it; what you saw is there again after ./bihuan up.");
        return 0;
    }
}
