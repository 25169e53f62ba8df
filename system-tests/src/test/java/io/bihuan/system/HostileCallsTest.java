package io.bihuan.system;

import static java.util.stream.Collectors.joining;
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
import io.bihuan.stack.testing.Told;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Sends the services, as their OpenAPI documents describe them, what nobody who means well would send: {@code -Dhostile.calls=100000}
 * for more of it, {@code -Dhostile.seed=…} for other. On a stack of its own, for what of it is taken as meant.
 */
@Tag("long")
class HostileCallsTest {

    private static final int CALLS = Integer.getInteger("hostile.calls", 1_500);
    private static final long SEED = Long.getLong("hostile.seed", 63);

    /** As many lines of a log as tell what an error comes from. */
    private static final int LOGGED = 30;

    private static final Matrix MATRIX = new Matrix();

    private static Path home;
    private static Stack stack;
    private static Tokens tokens;

    /** By the port of the service. */
    private static final Map<Integer, List<DescribedCall>> calls = new TreeMap<>();

    @BeforeAll
    static void aStackOfItsOwn() throws Exception {
        home = Files.createTempDirectory("bihuan-hostile-");
        stack = new Stack(new StackHome(home), SharedStack.PROJECT, StackPorts.free(), System.out::println);
        stack.start();
        tokens = Tokens.from(stack.ports().identity());
        var ports = stack.ports();
        for (int port : List.of(ports.hazard(), ports.notification(), ports.reporting())) {
            calls.put(port, described(port));
        }
    }

    @AfterAll
    static void isNoMore() throws Exception {
        stack.close();
        PrivateFiles.deleteAll(home);
    }

    @Test
    void whateverIsSentNoServiceFailsOrTellsHowItIsMade() {
        var statuses = new ConcurrentSkipListMap<Integer, Integer>();
        var failures = new ConcurrentLinkedQueue<HostileCall.Outcome>();
        var neverTaken = ConcurrentHashMap.<String>newKeySet();
        calls.forEach((port, described) -> described.forEach(call -> neverTaken.add(call.toString())));

        calls.entrySet().parallelStream().forEach(service -> {
            // Numbers of its own, so that the seed repeats them however fast the others are.
            var random = new Random(SEED);
            var told = new Told();
            for (int i = 0; i < CALLS / calls.size(); i++) {
                var call =
                        service.getValue().get(random.nextInt(service.getValue().size()));
                var outcome = new HostileCall(call, told, random).send(caller(call, random), service.getKey());
                statuses.merge(outcome.status(), 1, Integer::sum);
                if (outcome.isFailure()) {
                    failures.add(outcome);
                }
                if (outcome.status() < 300) {
                    neverTaken.remove(call.toString());
                }
            }
        });

        System.out.printf("%,d hostile calls of seed %d were answered %s%n", CALLS, SEED, statuses);
        System.out.println("Never taken as meant: " + new TreeSet<>(neverTaken));
        assertThat(failures).as(() -> "what was logged: " + errors()).isEmpty();
        // Many must be taken as meant, or little behind the first checks was reached.
        assertThat(statuses.headMap(300).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isGreaterThan(CALLS / 5);
    }

    /** The errors that the services have logged, each with what it comes from. */
    private static String errors() {
        return stack.home().logged().stream()
                .map(stack.home()::log)
                .filter(Files::exists)
                .flatMap(HostileCallsTest::errors)
                .collect(joining("\n"));
    }

    private static Stream<String> errors(Path log) {
        try {
            var lines = Files.readAllLines(log);
            return IntStream.range(0, lines.size())
                    .filter(i -> lines.get(i).contains(" ERROR "))
                    .boxed()
                    .flatMap(i -> lines.subList(i, Math.min(i + LOGGED, lines.size())).stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        calls.forEach((port, described) -> {
            for (int i = 0; i < Math.min(CALLS / 10, 2_000); i++) {
                var call = described.get(random.nextInt(described.size()));
                var outcome = new HostileCall(call, new Told(), random).send(stranger(call, random), port);
                assertThat(outcome.status()).as("%s", outcome).isBetween(400, 499);
            }
        });
    }

    private static Map<String, String> settled() {
        var last = new AtomicReference<Map<String, String>>(Map.of());
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(2))
                .until(HostileCallsTest::tables, now -> now.equals(last.getAndSet(now)));
        return Objects.requireNonNull(last.get());
    }

    /** But for what a gateway signs. */
    private static List<DescribedCall> described(int port) {
        RestAssured.baseURI = "http://localhost";
        RestAssured.port = port;
        return DescribedCall.all().stream()
                .filter(call -> MATRIX.of(call.method(), call.path())
                        .filter(rule -> !rule.open())
                        .isPresent())
                .toList();
    }

    /** One of those who may, mostly: else everything would end at the door. */
    private static String caller(DescribedCall call, Random random) {
        if (random.nextInt(3) == 0 && may(DemoPerson.ADMIN, call)) {
            return tokens.of(DemoPerson.ADMIN.login());
        }
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
