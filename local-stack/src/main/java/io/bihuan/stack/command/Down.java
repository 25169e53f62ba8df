package io.bihuan.stack.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "down", description = "Stops everything; data, logs and secrets stay for the next up.")
final class Down implements Callable<Integer> {

    @Mixin
    private final Help help = new Help();

    @Override
    public Integer call() {
        var home = Here.home();
        if (!home.isLocked()) {
            home.endLeftovers();
            System.out.println("Nothing is running in " + home.path() + ".");
            return 0;
        }
        System.out.println("Stopping what runs in " + home.path() + " …");
        home.stopLauncher();
        System.out.println("Stopped.");
        return 0;
    }
}
