package io.bihuan.stack.command;

import io.bihuan.stack.client.Api;
import io.bihuan.stack.client.Tokens;
import io.bihuan.stack.client.UnexpectedException;
import io.bihuan.stack.client.Waiting;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "rebuild-reports",
        description = {
            "Makes all figures anew from the topics' beginning, beside those in use, and swaps them.",
            "Where the topics don't reach back, hazard-service publishes its history again first."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the figures were made anew", "1:they were not, and are as they were"})
final class RebuildReports implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofHours(2);

    @Mixin
    private final Help help = new Help();

    @Override
    public Integer call() {
        var ports = Here.running().ports();
        Supplier<String> admin = () -> Tokens.from(ports.identity()).of("admin");
        var reporting = new Api(ports.reporting()).as(admin);
        var end = rebuild(reporting);
        if (end.body().path("state").asText().equals("FAILED")) {
            System.out.println(end.body().path("problem").asText());
            republish(new Api(ports.hazard()).as(admin));
            end = rebuild(reporting);
        }
        if (!end.body().path("state").asText().equals("DONE")) {
            System.err.println("bihuan: " + end.body().path("problem").asText());
            return 1;
        }
        System.out.println("Made anew from " + end.body().path("events").asLong() + " events.");
        return 0;
    }

    private static Api.Answer rebuild(Api reporting) {
        return run(reporting, "/api/reports/rebuilds", "finishedAt");
    }

    private static void republish(Api hazards) {
        System.out.println("Publishing the history again.");
        var end = run(hazards, "/api/relay/republication", "endedAt");
        if (!end.body().path("state").asText().equals("DONE")) {
            throw new UnexpectedException("publishing the history again", "state DONE", end.toString());
        }
    }

    /** Asks for something that takes its time and waits until it has ended, whatever way. */
    private static Api.Answer run(Api service, String path, String ended) {
        var accepted = service.post(path, Map.of());
        if (accepted.status() != 202) {
            throw new UnexpectedException("POST " + path, "202 Accepted", accepted.toString());
        }
        var state = URI.create(accepted.location()).getPath();
        return Waiting.until(
                PATIENCE,
                "GET " + state,
                "an end",
                () -> service.get(state),
                now -> now.status() != 200 || now.body().hasNonNull(ended));
    }
}
