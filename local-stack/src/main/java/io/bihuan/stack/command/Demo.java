package io.bihuan.stack.command;

import io.bihuan.stack.StackState;
import io.bihuan.stack.demo.Page;
import io.bihuan.stack.demo.Walkthrough;
import io.bihuan.stack.season.Loading;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "demo",
        description =
                "Starts everything if it is not up, imports a sample ledger, walks one hazard through its life, and loads a"
                        + " simulated heating season.",
        footer = {
            "",
            "Each step shows the call, the event, the SMS and the figures. What does not come as",
            "expected ends the demo with exit code 1.",
            "",
            "The season 模拟采暖季 is 2,000 hazards of Qinghai in the 90 days before the first demo, with what became of",
            "them, and the units and sites where they came up. All of it begins with 【模拟 Simulated】 or SIM-, and so",
            "does nothing else. Another demo changes nothing of it; ./bihuan simulate adds to it, ./bihuan reset ends it."
        })
final class Demo implements Callable<Integer> {

    @Mixin
    private final Help help = new Help();

    @Override
    public Integer call() throws Exception {
        var home = Here.home();
        home.noteSimulated();
        if (home.state().filter(state -> state.phase() == StackState.Phase.UP).isEmpty()) {
            new Background(home).start();
        }
        var ports = Here.running().ports();
        var page = new Page(System.out);
        new Walkthrough(ports, Here.project().resolve("samples"), page).run();
        new Loading(ports, page, InstantSource.system()).run();
        System.out.println("\nLook around:");
        Addresses.print(ports);
        System.out.println("./bihuan down stops it; what you saw is there again after ./bihuan up.");
        return 0;
    }
}
