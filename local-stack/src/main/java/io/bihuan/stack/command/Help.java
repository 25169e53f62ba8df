package io.bihuan.stack.command;

import picocli.CommandLine.Option;

/** What every command takes. */
final class Help {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean wanted;
}
