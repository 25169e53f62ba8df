package io.bihuan.stack.command;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "reset", description = "Stops everything and deletes its state: all data, logs and secrets.")
final class Reset implements Callable<Integer> {

    @Mixin
    private final Help help = new Help();

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() throws IOException {
        var home = Here.home();
        if (!Files.exists(home.path())) {
            System.out.println("There is nothing in " + home.path() + ".");
            return 0;
        }
        if (!yes && !confirmed(home.path().toString())) {
            System.err.println("bihuan: nothing was deleted.");
            return 1;
        }
        if (home.isLocked()) {
            home.stopLauncher();
        }
        home.endLeftovers();
        home.delete();
        System.out.println("Deleted the state in " + home.path() + ".");
        return 0;
    }

    private static boolean confirmed(String path) {
        var terminal = System.console();
        if (terminal == null) {
            System.err.println("bihuan: there is no terminal to ask on; --yes deletes without asking.");
            return false;
        }
        var answer = terminal.readLine("Delete all data, logs and secrets in %s? [y/N] ", path);
        return answer != null && answer.strip().matches("(?i)y|yes");
    }
}
