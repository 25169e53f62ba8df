package io.bihuan.stack.command;

import io.bihuan.stack.PartFailedException;
import io.bihuan.stack.client.UnexpectedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;

/** What the shell script {@code ./bihuan} runs. */
@Command(
        name = "bihuan",
        description =
                "Bihuan 闭环 on this machine: real PostgreSQL, real Kafka, an SMS inbox, the services and the console.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nState and ports:%n",
        footer = {
            "  State lives in .bihuan beside the sources, or in $BIHUAN_HOME, and survives down and up.",
            "  Ports are moved by BIHUAN_CONSOLE_PORT (8080), BIHUAN_HAZARD_PORT (8081),",
            "  BIHUAN_NOTIFICATION_PORT (8082), BIHUAN_REPORTING_PORT (8083), BIHUAN_SMS_PORT (8084),",
            "  BIHUAN_IDENTITY_PORT (8085), BIHUAN_POSTGRES_PORT (5433) and BIHUAN_KAFKA_PORT (9094).",
            "",
            "Begin with ./bihuan demo.  ./bihuan COMMAND --help says more about each."
        },
        subcommands = {
            Up.class,
            Down.class,
            Status.class,
            Logs.class,
            Demo.class,
            Simulate.class,
            Import.class,
            RebuildReports.class,
            VerifyHistory.class,
            Token.class,
            Reset.class,
            HelpCommand.class
        })
public final class Bihuan {

    @Mixin
    private final Help help = new Help();

    private Bihuan() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        var line = new CommandLine(new Bihuan())
                .setUsageHelpWidth(100)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof PartFailedException
                            || failure instanceof UnexpectedException
                            || failure instanceof IllegalArgumentException) {
                        System.err.println("bihuan: " + failure.getMessage());
                        return 1;
                    }
                    throw failure;
                });
        if (arguments.length == 0) {
            line.usage(System.out);
            return 0;
        }
        return line.execute(arguments);
    }
}
