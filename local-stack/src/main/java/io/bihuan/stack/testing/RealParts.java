package io.bihuan.stack.testing;

import io.bihuan.stack.Databases;
import io.bihuan.stack.Ismg;
import io.bihuan.stack.LocalIdentity;
import io.bihuan.stack.LocalKafka;
import io.bihuan.stack.LocalPostgres;
import io.bihuan.stack.PrivateFiles;
import io.bihuan.stack.SmsInbox;
import io.bihuan.stack.Smsc;
import io.bihuan.stack.Topics;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Real parts for a {@code @QuarkusTest}: PostgreSQL with a database, its owner and the service's role (who may replicate), a Kafka broker
 * with the product's topics and, when asked for, the SMS inbox.
 *
 * <pre>{@code
 * @QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
 * }</pre>
 *
 * <p>{@code database} names the database; {@code sms=true} starts the inbox, which takes requests of any age because a
 * test sets its clock, and sets {@code bihuan.sms.http.*}, {@code
 * bihuan.sms.smpp.*} and {@code bihuan.sms.cmpp.*}.
 *
 * <p>The parts start once per JVM and are shared by all its test classes; they and their files go when the JVM ends.
 */
public final class RealParts implements QuarkusTestResourceLifecycleManager {

    /* Quarkus may load this class more than once in a JVM, so what runs is noted where there is only one of it. */
    private static final String NOTE = "bihuan.real-parts.";

    /** Names the provider that tokens come from, see {@link Callers}. */
    static final String IDENTITY = NOTE + "identity";

    private static final String PASSWORD = "only-for-this-test-run";
    private static final String SMS_SECRET = "only-for-this-test-run-too";

    private static final String SMPP_PASSWORD = "for-test";

    /* The second one for tests that rotate them. */
    private static final String IDENTITY_KEYS = "1:" + "0123456789abcdef".repeat(4) + ",2:" + "fedcba98".repeat(8);

    private String database = "test";
    private boolean sms;

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", database);
        sms = Boolean.parseBoolean(arguments.get("sms"));
    }

    @Override
    public Map<String, String> start() {
        synchronized (System.getProperties()) {
            if (System.getProperty(NOTE + "kafka") == null) {
                startParts();
            }
            var databases = databases();
            databases.create(database, PASSWORD);
            var role = Databases.roleOf(database);
            databases.createRole(role, PASSWORD);
            databases.allowReplication(role);
            var settings = new HashMap<>(Map.of(
                    "quarkus.datasource.jdbc.url",
                    databases.jdbcUrl(database),
                    "quarkus.datasource.username",
                    role,
                    "quarkus.datasource.password",
                    PASSWORD,
                    "kafka.bootstrap.servers",
                    System.getProperty(NOTE + "kafka"),
                    "quarkus.oidc.auth-server-url",
                    System.getProperty(IDENTITY),
                    "bihuan.access.calls-per-minute",
                    "1000000",
                    "quarkus.http.test-port",
                    "0",
                    "bihuan.evidence.folder",
                    "target/evidence",
                    "bihuan.identity.keys",
                    IDENTITY_KEYS));
            if (!role.equals(database)) {
                settings.put("quarkus.flyway.username", database);
                settings.put("quarkus.flyway.password", PASSWORD);
            }
            if (sms) {
                settings.put("bihuan.sms.http.url", smsGateway());
                settings.put("bihuan.sms.http.secret", SMS_SECRET);
                settings.put("bihuan.sms.smpp.host", "127.0.0.1");
                settings.put("bihuan.sms.smpp.port", System.getProperty(NOTE + "smpp"));
                settings.put("bihuan.sms.smpp.system-id", Smsc.SYSTEM_ID);
                settings.put("bihuan.sms.smpp.password", SMPP_PASSWORD);
                settings.put("bihuan.sms.cmpp.host", "127.0.0.1");
                settings.put("bihuan.sms.cmpp.port", System.getProperty(NOTE + "cmpp"));
                settings.put("bihuan.sms.cmpp.sp-id", Ismg.SP_ID);
                settings.put("bihuan.sms.cmpp.password", SMS_SECRET);
                settings.put("bihuan.sms.cmpp.source", "10690000");
            }
            return settings;
        }
    }

    /** @return the databases of the parts that run, for a test that breaks the server */
    public static Databases databases() {
        return new Databases(Integer.getInteger(NOTE + "postgres"), System.getProperty(NOTE + "superuser"));
    }

    /** Nothing: the next test class goes on with the same parts. */
    @Override
    public void stop() {}

    private static void startParts() {
        var home = temporaryDirectory();
        var kafka = CompletableFuture.supplyAsync(() -> LocalKafka.start(home.resolve("kafka"), 0));
        var postgres = LocalPostgres.start(home.resolve("postgres"), binaries(), 0);
        var identity = LocalIdentity.start(0);
        var broker = kafka.join();
        broker.createTopics(Topics.ALL);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(home, postgres, broker), "real-parts-end"));
        Runtime.getRuntime().addShutdownHook(new Thread(identity::close, "identity-end"));
        System.setProperty(IDENTITY, identity.issuer());
        System.setProperty(NOTE + "postgres", "" + postgres.port());
        System.setProperty(NOTE + "superuser", postgres.databases().superuserPassword());
        System.setProperty(NOTE + "kafka", broker.bootstrapServers());
    }

    private static String smsGateway() {
        var running = System.getProperty(NOTE + "sms");
        if (running != null) {
            return running;
        }
        var inbox = SmsInbox.forAnyTime(SMS_SECRET);
        Runtime.getRuntime().addShutdownHook(new Thread(inbox::close, "sms-inbox-end"));
        var smsc = inbox.listenForSmpp(0, SMPP_PASSWORD);
        System.setProperty(NOTE + "smpp", "" + smsc.port());
        System.setProperty(
                NOTE + "cmpp", "" + inbox.listenForCmpp(0, SMS_SECRET).port());
        System.setProperty(NOTE + "sms", inbox.gatewayUrl());
        return inbox.gatewayUrl();
    }

    /* Per user, and never the sources' tree: root and an ordinary user may test on one machine. */
    private static Path binaries() {
        return Path.of(System.getProperty("java.io.tmpdir"), "bihuan-" + System.getProperty("user.name"));
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("bihuan-test-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path home, LocalPostgres postgres, LocalKafka kafka) {
        // Nobody reads the data again, so nobody waits for an orderly end.
        postgres.close();
        kafka.child().kill();
        try {
            PrivateFiles.deleteAll(home);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + home, e);
        }
    }
}
