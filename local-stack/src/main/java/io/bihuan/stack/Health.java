package io.bihuan.stack;

import io.bihuan.stack.client.Tokens;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How a part of a running stack does at the moment.
 *
 * @param name such as {@code hazard-service}
 * @param healthy whether it answers; a service also says itself that it is ready
 * @param pid its process
 * @param memoryMiB what its processes hold in memory, shared pages counted in shares; 0 when it is gone
 * @param address where it is reached
 * @param log the file with its output; empty for what runs inside the launcher
 */
public record Health(String name, boolean healthy, long pid, long memoryMiB, String address, String log) {

    /** Asks every part that the launcher has noted. */
    public static List<Health> of(StackHome home, StackState state) {
        return state.parts().stream()
                .map(part -> new Health(
                        part.name(),
                        isHealthy(part, state.ports()),
                        part.pid(),
                        memory(part.pid(), part.pid() != state.launcher()),
                        part.address(),
                        home.logged().contains(part.name())
                                ? home.log(part.name()).toString()
                                : ""))
                .toList();
    }

    private static boolean isHealthy(StackState.Part part, StackPorts ports) {
        return switch (part.name()) {
            case LocalPostgres.NAME -> Ports.answers(ports.postgres());
            case LocalKafka.NAME -> Ports.answers(ports.kafka());
            case SmsInbox.NAME -> answersWell("http://127.0.0.1:" + ports.sms() + "/messages");
            case LocalIdentity.NAME ->
                answersWell(Tokens.address(ports.identity()) + "/.well-known/openid-configuration");
            case Smsc.NAME -> Ports.answers(ports.smpp());
            default -> answersWell(part.address() + "/q/health/ready");
        };
    }

    private static boolean answersWell(String address) {
        try {
            var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(3000);
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** @param withChildren true for PostgreSQL's many; the launcher's children are parts of their own */
    private static long memory(long pid, boolean withChildren) {
        var children = ProcessHandle.of(pid).stream()
                .filter(process -> withChildren)
                .flatMap(ProcessHandle::descendants)
                .mapToLong(ProcessHandle::pid);
        return LongStream.concat(LongStream.of(pid), children)
                        .map(Health::kibibytes)
                        .sum()
                / 1024;
    }

    private static long kibibytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0; // it has just ended
        }
    }
}
