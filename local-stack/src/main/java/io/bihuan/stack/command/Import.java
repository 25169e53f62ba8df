package io.bihuan.stack.command;

import io.bihuan.stack.client.Api;
import io.bihuan.stack.client.LedgerImport;
import io.bihuan.stack.client.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = "Imports a ledger 台账 into the stack that is up. The same file again changes nothing.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every row was taken", "1:a row could not be used, or the ledger was refused"})
final class Import implements Callable<Integer> {

    @Mixin
    private final Help help = new Help();

    @Parameters(paramLabel = "FILE", description = "The ledger, a CSV file or an XLSX workbook.")
    private Path file = Path.of("");

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "What the ledger's columns and codes mean: a JSON or YAML file, such as"
                    + " samples/hpd-violations.mapping.yaml. Not needed for a ledger that the product exported.")
    private @Nullable Path mapping;

    @Override
    public Integer call() throws IOException {
        var ports = Here.running().ports();
        var hazards =
                new Api(ports.hazard()).as(() -> Tokens.from(ports.identity()).of("admin"));
        var done = LedgerImport.of(
                hazards, readable(file), mapping == null ? null : readable(mapping), System.out::println);
        System.out.println(done);
        done.errors().forEach(error -> System.out.println("  " + error));
        return done.failed() == 0 ? 0 : 1;
    }

    private static Path readable(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IllegalArgumentException("there is no file to read at " + file.toAbsolutePath());
        }
        return file;
    }
}
