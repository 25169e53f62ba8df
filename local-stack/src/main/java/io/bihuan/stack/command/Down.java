package io.bihuan.stack.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "down",
        description = "Stops everything; data, logs and secrets stay for the next up.",
        mixinStandardHelpOptions = true)
final class Down implements Callable<Integer> {

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
