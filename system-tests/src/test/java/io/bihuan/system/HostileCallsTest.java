package io.bihuan.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bihuan.access.Matrix;
import io.bihuan.access.Role;
import io.bihuan.stack.DemoPerson;
import io.bihuan.stack.PrivateFiles;
import io.bihuan.stack.Stack;
import io.bihuan.stack.StackHome;
import io.bihuan.stack.StackPorts;
import io.bihuan.stack.client.Tokens;
import io.bihuan.stack.testing.DescribedCall;
import io.bihuan.stack.testing.HostileCall;
import io.restassured.RestAssured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Sends the services, as their OpenAPI documents describe them, what nobody who means well would send: {@code -Dhostile.calls=100000}
 * for more of it, {@code -Dhostile.seed=…} for other. On a stack of its own, for what of it is taken as meant.
 */
class HostileCallsTest {

    private static final int CALLS = Integer.getInteger("hostile.calls", 1_500);
    private static final long SEED = Long.getLong("hostile.seed", 63);

    private static final Matrix MATRIX = new Matrix();

    private static Path home;
    private static Stack stack;
    private static Tokens tokens;

    @BeforeAll
    static void aStackOfItsOwn() throws Exception {
        home = Files.createTempDirectory("bihuan-hostile-");
        stack = new Stack(new StackHome(home), SharedStack.PROJECT, StackPorts.free(), System.out::println);
        stack.start();
        tokens = Tokens.from(stack.ports().identity());
        RestAssured.baseURI = "http://localhost";
    }

    @AfterAll
    static void isNoMore() throws Exception {
        stack.close();
        PrivateFiles.deleteAll(home);
    }

    @Test
    void whateverIsSentNoServiceFailsOrTellsHowItIsMade() {
        var statuses = new TreeMap<Integer, Integer>();
        var failures = new ArrayList<HostileCall.Outcome>();
        var random = new Random(SEED);
        for (var port : ports()) {
            var calls = described(port);
            for (int i = 0; i < CALLS / 3; i++) {
                var call = calls.get(random.nextInt(calls.size()));
                var outcome = new HostileCall(call, random).send(caller(call, random), port);
                statuses.merge(outcome.status(), 1, Integer::sum);
                if (outcome.isFailure()) {
                    failures.add(outcome);
                }
            }
        }
        System.out.printf("%,d hostile calls of seed %d were answered %s%n", CALLS, SEED, statuses);
        assertThat(failures).isEmpty();
        // Most must get past the door to mean anything.
        assertThat(statuses.keySet()).contains(200, 400, 404);
    }

    @Test
    void nothingIsChangedByThoseWhoMayNot() throws Exception {
        var random = new Random(SEED);
        // What was taken as meant before, and what time brings, still changes something now and then, but not each
        // time.
        Map<String, String> before;
        int times = 0;
        do {
            before = settled();
            refuse(random);
        } while (!before.equals(tables()) && ++times < 5);
        assertThat(tables()).isEqualTo(before);
    }

    private static void refuse(Random random) {
        for (var port : ports()) {
            var calls = described(port);
            for (int i = 0; i < CALLS / 10; i++) {
                var call = calls.get(random.nextInt(calls.size()));
                var outcome = new HostileCall(call, random).send(stranger(call, random), port);
                assertThat(outcome.status()).as("%s", outcome).isBetween(400, 499);
            }
        }
    }

    private static Map<String, String> settled() {
        var last = new AtomicReference<Map<String, String>>(Map.of());
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(2))
                .until(HostileCallsTest::tables, now -> now.equals(last.getAndSet(now)));
        return Objects.requireNonNull(last.get());
    }

    private static List<Integer> ports() {
        var ports = stack.ports();
        return List.of(ports.hazard(), ports.notification(), ports.reporting());
    }

    /** But for what a gateway signs. */
    private static List<DescribedCall> described(int port) {
        RestAssured.port = port;
        return DescribedCall.all().stream()
                .filter(call -> MATRIX.of(call.method(), call.path())
                        .filter(rule -> !rule.open())
                        .isPresent())
                .toList();
    }

    /** One of those who may, mostly: else everything would end at the door. */
    private static String caller(DescribedCall call, Random random) {
        var people = Stream.of(DemoPerson.values())
                .filter(person -> random.nextInt(10) == 0 || may(person, call))
                .toList();
        return tokens.of((people.isEmpty() ? DemoPerson.ADMIN : people.get(random.nextInt(people.size()))).login());
    }

    private static String stranger(DescribedCall call, Random random) {
        var people = Stream.of(DemoPerson.values())
                .filter(person -> !may(person, call))
                .toList();
        return people.isEmpty() || random.nextInt(5) == 0
                ? "none"
                : tokens.of(people.get(random.nextInt(people.size())).login());
    }

    private static boolean may(DemoPerson person, DescribedCall call) {
        return MATRIX.of(call.method(), call.path()).orElseThrow().roles().containsKey(Role.valueOf(person.role()));
    }

    /** What the hazards' database holds, as one number a table. */
    private static Map<String, String> tables() throws Exception {
        var tables = new TreeMap<String, String>();
        for (var database : List.of("hazard", "notification", "reporting")) {
            var databases = stack.postgres().databases();
            try (var connection = DriverManager.getConnection(
                            databases.jdbcUrl(database), "postgres", databases.superuserPassword());
                    var statement = connection.createStatement()) {
                var names = new ArrayList<String>();
                try (var rows = statement.executeQuery(
                        "select tablename from pg_tables where schemaname = 'public' and tablename not in ('relay_offset')")) {
                    while (rows.next()) {
                        names.add(rows.getString(1));
                    }
                }
                for (var name : names) {
                    try (var row = statement.executeQuery(
                            "select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from \"%s\" t"
                                    .formatted(name))) {
                        row.next();
                        tables.put(database + "." + name, row.getString(1));
                    }
                }
            }
        }
        return tables;
    }
}
