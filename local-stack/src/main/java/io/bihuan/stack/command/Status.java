package io.bihuan.stack.command;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bihuan.stack.Health;
import io.bihuan.stack.StackState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        description = "Shows what runs, where, and whether it is healthy.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:everything is healthy", "1:something is not", "3:nothing runs"})
final class Status implements Callable<Integer> {

    @Mixin
    private final Help help = new Help();

    private static final int NOTHING_RUNS = 3;

    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var home = Here.home();
        var state = home.state().orElse(null);
        var parts = state == null ? List.<Health>of() : Health.of(home, state);
        if (json) {
            printJson(home.path().toString(), state, parts);
        } else {
            print(home.path().toString(), state, parts);
        }
        if (state == null) {
            return NOTHING_RUNS;
        }
        return state.phase() == StackState.Phase.UP && parts.stream().allMatch(Health::healthy) ? 0 : 1;
    }

    private static void printJson(String home, @Nullable StackState state, List<Health> parts) throws Exception {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("running", state != null);
        answer.put("phase", state == null ? null : state.phase());
        answer.put("home", home);
        answer.put("launcher", state == null ? null : state.launcher());
        answer.put("ports", state == null ? null : state.ports());
        answer.put("parts", parts);
        System.out.println(JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(answer));
    }

    private static void print(String home, @Nullable StackState state, List<Health> parts) {
        if (state == null) {
            System.out.println("Nothing runs in " + home + ". ./bihuan up starts it.");
            return;
        }
        System.out.printf("%s in %s, launcher is process %d%n", state.phase(), home, state.launcher());
        System.out.printf("  %-22s %-9s %8s %8s  %s%n", "part", "health", "process", "memory", "address");
        for (var part : parts) {
            System.out.printf(
                    "  %-22s %-9s %8d %6d M  %s%n",
                    part.name(), part.healthy() ? "healthy" : "DOWN", part.pid(), part.memoryMiB(), part.address());
        }
    }
}
