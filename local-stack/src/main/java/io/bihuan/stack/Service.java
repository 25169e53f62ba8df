package io.bihuan.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One of the product's services: a process of its own, run from its own packaged application. */
public final class Service {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration STOPPING = Duration.ofSeconds(20);

    private final String name;
    private final Path application;
    private final Path home;
    private final int port;
    private final Supplier<Map<String, String>> environment;
    private final HttpClient client;
    private @Nullable Child child;

    Service(
            String name,
            Path application,
            Path home,
            int port,
            Supplier<Map<String, String>> environment,
            HttpClient client) {
        this.name = name;
        this.application = application;
        this.home = home;
        this.port = port;
        this.environment = environment;
        this.client = client;
    }

    public String name() {
        return name;
    }

    public int port() {
        return port;
    }

    /** @return the address its paths are appended to, without a slash at the end */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** @return where its output goes */
    public Path log() {
        return home.resolve(name + ".log");
    }

    /**
     * Starts the process and returns when it says that it is ready.
     *
     * @throws PartFailedException when it does not become ready, with the end of its log
     */
    public void start() {
        if (!Files.exists(application)) {
            throw new PartFailedException(name, application + " is missing; `mvn package -DskipTests` builds it");
        }
        try {
            PrivateFiles.directory(home);
        } catch (IOException e) {
            throw new PartFailedException(name, "cannot prepare " + home + ": " + e, e);
        }
        var started = Child.start(
                name,
                JavaCommand.ofJar(application)
                        .with("-Xmx160m", "-XX:ReservedCodeCacheSize=64m", "-XX:MaxDirectMemorySize=32m")
                        .running(),
                environment.get(),
                home,
                log(),
                Child.Signal.TERM);
        synchronized (this) {
            child = started;
        }
        started.awaitReady(PATIENCE, this::isReady);
    }

    /** Kills the process as a crash would. */
    public void kill() {
        current(Child::kill);
    }

    /** Ends the process in good order. */
    public void stop() {
        current(running -> running.stop(STOPPING));
    }

    public synchronized boolean isAlive() {
        return child != null && child.isAlive();
    }

    /** @return the process, or null before the first start */
    public synchronized @Nullable Child child() {
        return child;
    }

    /** @return whether the service says that it can do its work */
    public boolean isReady() {
        var request = HttpRequest.newBuilder(URI.create(url() + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void current(Consumer<Child> action) {
        var running = child();
        if (running != null) {
            action.accept(running);
        }
    }
}
