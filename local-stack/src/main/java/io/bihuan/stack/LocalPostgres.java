package io.bihuan.stack;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A real PostgreSQL server as production runs it: commits reach the disk before they are confirmed, the write-ahead log
 * carries what logical decoding needs, a replication slot that nobody reads cannot fill the disk. It listens on
 * 127.0.0.1 only, asks everybody for a password, and keeps its data.
 */
public final class LocalPostgres implements AutoCloseable {

    static final String NAME = "postgres";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final long MB = 1024 * 1024;

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            // No socket files: their directory is shared by all users, and their path must be short.
            Map.entry("unix_socket_directories", ""),
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("wal_level", "logical"),
            Map.entry("max_slot_wal_keep_size", "1GB"),
            Map.entry("max_wal_size", "2GB"),
            Map.entry("max_connections", "200"),
            // A quarter of the memory there is, of which it takes only as much as there is data to keep in it.
            Map.entry("shared_buffers", memory() / 4 / MB + "MB"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("log_min_messages", "warning"));

    private final Child child;
    private final Databases databases;

    private LocalPostgres(Child child, Databases databases) {
        this.child = child;
        this.databases = databases;
    }

    /**
     * Starts a server and returns when it answers. A server that a killed predecessor left on the same data is stopped
     * first.
     *
     * @param home the server's own directory: data, log and the superuser's password; created when missing
     * @param binaries where the programs are unpacked; can be shared by many servers of one user
     * @param port the port to listen on; 0 for any that is free
     * @throws PartFailedException when it does not start, with what the server said
     */
    public static LocalPostgres start(Path home, Path binaries, int port) {
        try {
            PrivateFiles.directory(home);
            ProcessNote.endLeftover(home, Child.Signal.INT);
            var programs = PostgresBinaries.unpackedBelow(binaries);
            var data = home.toRealPath().resolve("data");
            var log = home.resolve("postgres.log");
            var password = home.resolve("superuser.password");
            PrivateFiles.secret(password);
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                createCluster(programs, home, data, password, log);
            }
            forgetStranger(data);
            int chosen = Ports.choose(NAME, port);
            var child = Child.start(
                    NAME, command(programs, data, chosen), Map.of("LC_ALL", "C"), home, log, Child.Signal.INT);
            var postgres = new LocalPostgres(child, new Databases(chosen, PrivateFiles.secret(password)));
            postgres.awaitAnswer();
            return postgres;
        } catch (IOException e) {
            throw new PartFailedException(NAME, "cannot prepare " + home + ": " + e, e);
        }
    }

    public int port() {
        return databases.port();
    }

    /** @return the process that serves the data */
    public Child child() {
        return child;
    }

    /** @return what is in the server, with the right to change it */
    public Databases databases() {
        return databases;
    }

    /** Stops the server; running transactions are rolled back, what was committed stays. */
    @Override
    public void close() {
        child.stop(Duration.ofSeconds(30));
    }

    private void awaitAnswer() {
        child.awaitReady(PATIENCE, databases::answer);
    }

    private static List<String> command(PostgresBinaries programs, Path data, int port) {
        var command = new ArrayList<>(asOrdinaryUser());
        command.addAll(List.of(programs.program("postgres").toString(), "-D", data.toString(), "-p", "" + port));
        SETTINGS.forEach((setting, value) -> command.addAll(List.of("-c", setting + "=" + value)));
        return command;
    }

    /** The machine's, or what a container may have of it. */
    private static long memory() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
    }

    private static void createCluster(PostgresBinaries programs, Path home, Path data, Path password, Path log)
            throws IOException {
        // A name that is moved when all is done: a half-made cluster is never taken for a whole one.
        var draft = home.toRealPath().resolve("data.draft");
        PrivateFiles.deleteAll(draft);
        var command = new ArrayList<>(asOrdinaryUser());
        command.addAll(List.of(
                programs.program("initdb").toString(),
                "--pgdata=" + draft,
                "--username=" + Databases.SUPERUSER,
                "--auth=scram-sha-256",
                "--pwfile=" + password.toRealPath(),
                "--encoding=UTF8",
                // PostgreSQL's own locale: the same on a machine that has none installed, and on every other.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-instructions"));
        var builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().put("LC_ALL", "C");
        try {
            int exit = builder.start().waitFor();
            if (exit != 0) {
                throw new PartFailedException(
                        NAME, "initdb ended with exit code " + exit + userNamespaceHint() + Child.lastLines(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailedException(NAME, "interrupted while creating the data directory", e);
        }
        Files.move(draft, data);
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own, root is an ordinary user. */
    private static List<String> asOrdinaryUser() {
        return isRoot() ? List.of("unshare", "--user") : List.of();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static String userNamespaceHint() {
        return isRoot()
                ? " (PostgreSQL does not run as root, so root starts it in a user namespace with `unshare --user`;"
                        + " where that is forbidden, as in some containers, run this as an ordinary user)"
                : "";
    }

    /** A note about a number that somebody else has got since would keep the server from starting. */
    private static void forgetStranger(Path data) throws IOException {
        var note = data.resolve("postmaster.pid");
        if (Files.exists(note) && !serves(Files.readAllLines(note).get(0).strip(), data)) {
            Files.delete(note);
        }
    }

    private static boolean serves(String pid, Path data) {
        try {
            var arguments = List.of(
                    Files.readString(Path.of("/proc/" + pid + "/cmdline")).split("\0"));
            return arguments.get(0).endsWith("/postgres") && arguments.contains(data.toString());
        } catch (IOException e) {
            return false; // it has ended, or belongs to another user and cannot be ours
        }
    }
}
