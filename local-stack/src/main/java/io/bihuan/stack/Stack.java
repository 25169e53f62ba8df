package io.bihuan.stack;

import io.bihuan.stack.StackState.Part;
import io.bihuan.stack.StackState.Phase;
import io.bihuan.stack.client.Tokens;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The whole product on this machine: PostgreSQL, Kafka, the SMS inbox, the services and the console. {@code ./bihuan up} runs one;
 * a test runs one of its own beside it, with another home and free ports.
 */
public final class Stack implements AutoCloseable {

    static final String NAME = "stack";

    /* A thread per task: the common pool has too few on a small machine, and these mostly wait. */
    private static final Executor STARTER = task -> {
        var thread = new Thread(task, "stack");
        thread.setDaemon(true);
        thread.start();
    };

    private final StackHome home;
    private final StackPorts ports;
    private final Consumer<String> progress;
    private final Path project;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Map<String, Service> services;
    private final List<Part> parts = new ArrayList<>();

    private @Nullable FileChannel lock;
    private @Nullable LocalPostgres postgres;
    private @Nullable LocalKafka kafka;
    private @Nullable SmsInbox inbox;
    private @Nullable LocalIdentity identity;
    private boolean closed;

    /**
     * @param home where its state is kept
     * @param project the project's root, below which the services' packaged applications lie
     * @param progress told, line by line, what happens
     */
    public Stack(StackHome home, Path project, StackPorts ports, Consumer<String> progress) {
        this.home = home;
        this.project = project;
        this.ports = ports;
        this.progress = progress;
        this.services = StackHome.SERVICES.stream()
                .collect(Collectors.toMap(name -> name, name -> process(name, name, port(name))));
    }

    private Service process(String service, String name, int port) {
        return new Service(
                name,
                project.resolve(service).resolve("target/quarkus-app/quarkus-run.jar"),
                home.part(name),
                port,
                () -> environment(service, port),
                client);
    }

    /**
     * Starts everything and returns when every part is ready.
     *
     * @throws PartFailedException when a part fails, a port is taken or the home is in use; what had started is
     *     stopped again by {@link #close()}
     */
    public void start() {
        long begun = System.nanoTime();
        takeHome();
        note(Phase.STARTING);
        progress.accept("Starting in " + home.path());
        together(List.of(
                () -> started(LocalPostgres.NAME, "127.0.0.1:" + ports.postgres(), this::startPostgres),
                () -> started(LocalKafka.NAME, "127.0.0.1:" + ports.kafka(), this::startKafka),
                () -> {
                    started(LocalIdentity.NAME, "http://localhost:" + ports.identity() + "/", this::startIdentity);
                    started(SmsInbox.NAME, "http://localhost:" + ports.sms() + "/", this::startInbox);
                    started(Smsc.NAME, "127.0.0.1:" + ports.smpp(), this::startSmsc);
                }));
        together(StackHome.SERVICES.stream()
                .<Runnable>map(name -> () -> started(name, "http://localhost:" + port(name), () -> startService(name)))
                .toList());
        note(Phase.UP);
        progress.accept("Up in " + seconds(begun) + ".");
    }

    public StackHome home() {
        return home;
    }

    public StackPorts ports() {
        return ports;
    }

    /** @param name such as {@code hazard-service} */
    public Service service(String name) {
        var service = services.get(name);
        if (service == null) {
            throw new IllegalArgumentException("no service is called " + name + "; there are " + StackHome.SERVICES);
        }
        return service;
    }

    /**
     * A second process of a service, on a port of its own, beside the one that the stack runs. Whoever asks for it starts it
     * and stops it.
     *
     * @param name such as {@code notification-service}
     */
    public Service replica(String name) {
        return process(service(name).name(), name + "-2", Ports.free());
    }

    /** @return the running server */
    public LocalPostgres postgres() {
        return running(postgres);
    }

    /** @return the running broker */
    public LocalKafka kafka() {
        return running(kafka);
    }

    /** @return the running inbox */
    public SmsInbox inbox() {
        return running(inbox);
    }

    /** @return the password of a role; the owner of a database has the database's name */
    public String password(String role) {
        return home.secret(role + ".password");
    }

    /**
     * Asks to be told of every process that ends although nobody stopped the stack. Those that are started again later
     * are not watched.
     */
    public void watch(Consumer<PartFailedException> told) {
        for (var child : children()) {
            child.ended().thenAccept(ended -> {
                if (!isClosed()) {
                    told.accept(ended.failed("ended by itself"));
                }
            });
        }
    }

    /** @return whether it was stopped, or is being stopped */
    public synchronized boolean isClosed() {
        return closed;
    }

    /** Stops everything, users of a part before the part; what is committed and sent stays. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed || lock == null) {
                closed = true;
                return;
            }
            closed = true;
        }
        progress.accept("Stopping.");
        note(Phase.STOPPING);
        together(services.values().stream()
                .<Runnable>map(service -> service::stop)
                .toList());
        stop(inbox);
        stop(identity);
        stop(kafka);
        stop(postgres);
        release();
        progress.accept("Stopped.");
    }

    private void takeHome() {
        var taken = home.take();
        synchronized (this) {
            lock = taken;
        }
        home.endLeftovers();
        ports.used().forEach((setting, port) -> {
            if (!Ports.isFree(port)) {
                throw new PartFailedException(
                        NAME,
                        "port " + port + " is taken by " + PortHolder.of(port) + ". End that, or move ours: " + setting
                                + "=" + Ports.free() + " ./bihuan up");
            }
        });
    }

    private long startPostgres() {
        var started = LocalPostgres.start(home.part(LocalPostgres.NAME), home.binaries(), ports.postgres());
        keep(() -> postgres = started, started);
        for (var database : List.of("hazard", "notification", "reporting")) {
            var role = Databases.roleOf(database);
            started.databases().create(database, password(database));
            started.databases().createRole(role, password(role));
        }
        // The relay reads hazard-service's history from the write-ahead log.
        started.databases().allowReplication(Databases.roleOf("hazard"));
        return started.child().pid();
    }

    private long startKafka() {
        var started = LocalKafka.start(home.part(LocalKafka.NAME), ports.kafka());
        keep(() -> kafka = started, started);
        started.createTopics(Topics.ALL);
        return started.child().pid();
    }

    private long startInbox() {
        try {
            PrivateFiles.directory(home.part(SmsInbox.NAME));
        } catch (IOException e) {
            throw new PartFailedException(SmsInbox.NAME, "cannot prepare its directory: " + e, e);
        }
        var store = home.part(SmsInbox.NAME).resolve("messages.jsonl");
        var started = SmsInbox.start(ports.sms(), home.secret("sms.secret"), store);
        keep(() -> inbox = started, started);
        return ProcessHandle.current().pid();
    }

    private long startIdentity() {
        var started = LocalIdentity.start(ports.identity());
        keep(() -> identity = started, started);
        return ProcessHandle.current().pid();
    }

    private long startSmsc() {
        inbox().listenForSmpp(ports.smpp(), smppPassword());
        return ProcessHandle.current().pid();
    }

    /** SMPP admits no longer one. */
    private String smppPassword() {
        return home.secret("smpp.password").substring(0, 8);
    }

    private long startService(String name) {
        var service = service(name);
        service.start();
        if (isClosed()) {
            service.stop();
        }
        var child = service.child();
        return child == null ? 0 : child.pid();
    }

    /** Remembers what has started, unless everything is being stopped meanwhile. */
    private synchronized void keep(Runnable remember, AutoCloseable started) {
        remember.run();
        if (closed) {
            stop(started);
            throw new PartFailedException(NAME, "stopped while starting");
        }
    }

    private void started(String part, String address, Supplier<Long> start) {
        synchronized (this) {
            if (closed) {
                throw new PartFailedException(NAME, "stopped while starting");
            }
        }
        long begun = System.nanoTime();
        progress.accept("  %-22s starting".formatted(part));
        long pid = start.get();
        progress.accept("  %-22s ready in %-8s %s".formatted(part, seconds(begun), address));
        synchronized (this) {
            parts.add(new Part(part, pid, address));
        }
        note(Phase.STARTING);
    }

    private synchronized void note(Phase phase) {
        if (lock != null && lock.isOpen() && (!closed || phase == Phase.STOPPING)) {
            home.write(new StackState(ProcessHandle.current().pid(), phase, ports, List.copyOf(parts)));
        }
    }

    private synchronized void release() {
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException e) {
                throw new PartFailedException(NAME, "cannot release " + home.path(), e);
            }
        }
    }

    private List<Child> children() {
        var children = new ArrayList<>(List.of(postgres().child(), kafka().child()));
        for (var service : services.values()) {
            var child = service.child();
            if (child != null) {
                children.add(child);
            }
        }
        return children;
    }

    private int port(String service) {
        return switch (service) {
            case "hazard-service" -> ports.hazard();
            case "notification-service" -> ports.notification();
            case StackHome.CONSOLE -> ports.console();
            default -> ports.reporting();
        };
    }

    private Map<String, String> environment(String service, int port) {
        var environment = new HashMap<>(Map.of(
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                "QUARKUS_HTTP_PORT",
                "" + port,
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                Tokens.address(ports.identity()),
                // glibc's many arenas cost tens of megabytes in a process with many threads.
                "MALLOC_ARENA_MAX",
                "2"));
        environment.putAll(service.equals(StackHome.CONSOLE) ? ofTheConsole() : withDatabase(service));
        return environment;
    }

    private Map<String, String> ofTheConsole() {
        return Map.of(
                "QUARKUS_OIDC_CREDENTIALS_SECRET",
                home.secret("console.secret"),
                "BIHUAN_CONSOLE_SIMULATED",
                "" + home.isSimulated(),
                "BIHUAN_CONSOLE_HAZARD_SERVICE",
                service("hazard-service").url(),
                "BIHUAN_CONSOLE_NOTIFICATION_SERVICE",
                service("notification-service").url(),
                "BIHUAN_CONSOLE_REPORTING_SERVICE",
                service("reporting-service").url());
    }

    private Map<String, String> withDatabase(String service) {
        var database = service.replace("-service", "");
        var role = Databases.roleOf(database);
        var environment = new HashMap<>(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + database,
                "QUARKUS_DATASOURCE_USERNAME",
                role,
                "QUARKUS_DATASOURCE_PASSWORD",
                password(role),
                "KAFKA_BOOTSTRAP_SERVERS",
                "127.0.0.1:" + ports.kafka(),
                // Load tests are one person here.
                "BIHUAN_ACCESS_CALLS_PER_MINUTE",
                "100000000"));
        if (!role.equals(database)) {
            environment.put("QUARKUS_FLYWAY_USERNAME", database);
            environment.put("QUARKUS_FLYWAY_PASSWORD", password(database));
        }
        if (database.equals("hazard")) {
            environment.put(
                    "BIHUAN_EVIDENCE_FOLDER", home.part(StackHome.EVIDENCE).toString());
            environment.put("BIHUAN_IDENTITY_KEYS", "1:" + home.secret("identity.key"));
        }
        if (database.equals("notification")) {
            environment.put("BIHUAN_SMS_HTTP_URL", "http://127.0.0.1:" + ports.sms() + "/sms");
            environment.put("BIHUAN_SMS_HTTP_SECRET", home.secret("sms.secret"));
            environment.put("BIHUAN_SMS_GATEWAYS", "http,smpp");
            environment.put("BIHUAN_SMS_SMPP_HOST", "127.0.0.1");
            environment.put("BIHUAN_SMS_SMPP_PORT", "" + ports.smpp());
            environment.put("BIHUAN_SMS_SMPP_SYSTEM_ID", Smsc.SYSTEM_ID);
            environment.put("BIHUAN_SMS_SMPP_PASSWORD", smppPassword());
        }
        return environment;
    }

    /** Runs the tasks side by side and returns when all are done or one has failed. */
    private static void together(List<Runnable> tasks) {
        var failed = new CompletableFuture<Void>();
        var running = tasks.stream()
                .map(task -> CompletableFuture.runAsync(task, STARTER))
                .toList();
        for (var task : running) {
            task.whenComplete((done, failure) -> {
                if (failure != null) {
                    failed.completeExceptionally(failure);
                }
            });
        }
        try {
            CompletableFuture.anyOf(CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)), failed)
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof PartFailedException partFailed) {
                throw partFailed;
            }
            throw e;
        }
    }

    private static void stop(@Nullable AutoCloseable part) {
        if (part != null) {
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException("a part could not be stopped", e);
            }
        }
    }

    private static <T> T running(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the stack is not running");
        }
        return part;
    }

    private static String seconds(long since) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - since) / 1e9);
    }
}
