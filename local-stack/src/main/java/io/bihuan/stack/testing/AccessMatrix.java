package io.bihuan.stack.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bihuan.access.Matrix;
import io.bihuan.access.Role;
import io.bihuan.access.Rule;
import io.bihuan.stack.client.Waiting;
import io.restassured.RestAssured;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * Holds a service to the matrix of {@code access.yaml} over HTTP: every call that its OpenAPI document describes, in every role, without
 * a token and with tokens that are none. A call without a row fails. Subclasses are {@code @QuarkusTest}s on {@link RealParts}.
 */
public abstract class AccessMatrix {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MOST_TIMES = 5;
    private static final List<String> DISTRICTS = List.of("63");
    private static final String UNIT = "92630102MA7520XX1P";

    private final Matrix matrix = new Matrix();

    /** @return the service's database, in which calls that are refused must leave no trace */
    protected abstract DataSource database();

    @Test
    void everyCallHasARow() {
        assertEquals(
                List.of(), calls(call -> matrix.of(call.method(), call.path()).isEmpty()));
    }

    @Test
    void everyCallLetsThoseThroughWhomTheMatrixLets() {
        var wrong = new ArrayList<String>();
        for (var call : guarded()) {
            for (var role : Role.values()) {
                if (rule(call).roles().containsKey(role)) {
                    var status = call.statusWithoutEffect(token(role.name()));
                    if (status == 401 || status == 403 || status >= 500) {
                        wrong.add("%s as %s: %d".formatted(call, role, status));
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyCallRefusesEverybodyElseAndChangesNothing() {
        unchangedBy(wrong -> {
            for (var call : guarded()) {
                for (var role : Role.values()) {
                    if (!rule(call).roles().containsKey(role)) {
                        expect(403, call, "as " + role, call.status(token(role.name())), wrong);
                    }
                }
                expect(403, call, "in a role that is none", call.status(token("SUPERUSER")), wrong);
                expect(403, call, "claiming a role", call.statusClaimingARole(token("SUPERUSER")), wrong);
            }
        });
    }

    @Test
    void noCallIsAnsweredWithoutATokenOrWithOneThatIsNotValidAndNothingChanges() {
        var forged = Forged.tokens();
        unchangedBy(wrong -> {
            for (var call : guarded()) {
                expect(401, call, "without a token", call.status(null), wrong);
                expect(401, call, "claiming a role", call.statusClaimingARole(null), wrong);
                forged.forEach((flaw, token) -> expect(401, call, "with a token " + flaw, call.status(token), wrong));
            }
        });
    }

    @Test
    void aRefusalSaysWhyInTheCallersLanguage() {
        var call = guarded().stream()
                .filter(each -> each.method().equals("GET") && !each.path().contains("{"))
                .findFirst()
                .orElseThrow();
        var refusals = Map.of(
                "", "Sign-in needed", "Bearer none", "Sign-in needed", "Bearer " + token("SUPERUSER"), "Not allowed");
        refusals.forEach((authorization, title) -> {
            var answer = RestAssured.given()
                    .noFilters()
                    .headers(authorization.isEmpty() ? Map.of() : Map.of("Authorization", authorization))
                    .header("Accept-Language", "en")
                    .get(call.path());
            assertEquals("application/problem+json", answer.contentType(), authorization);
            assertEquals(title, answer.path("title"), authorization);
        });
    }

    private interface Attempts {
        void make(List<String> wrong);
    }

    /** Time goes on in the service and may change something meanwhile, but not each time. */
    private void unchangedBy(Attempts attempts) {
        Map<String, String> before;
        int times = 0;
        do {
            before = settled();
            var wrong = new ArrayList<String>();
            attempts.make(wrong);
            assertEquals(List.of(), wrong);
        } while (!before.equals(tables()) && ++times < MOST_TIMES);
        assertEquals(before, tables());
    }

    private static void expect(int status, DescribedCall call, String how, int answered, List<String> wrong) {
        if (answered != status) {
            wrong.add("%s %s: %d, not %d".formatted(call, how, answered, status));
        }
    }

    /** What the service still does for the tests before comes to its end first. */
    private Map<String, String> settled() {
        var last = new AtomicReference<Map<String, String>>(Map.of());
        return Waiting.until(
                PATIENCE, "the service's database", "no change", this::tables, now -> now.equals(last.getAndSet(now)));
    }

    /** What stands in each table, as one number. */
    private Map<String, String> tables() {
        var tables = new TreeMap<String, String>();
        try (var connection = database().getConnection();
                var statement = connection.createStatement()) {
            try (var names = statement.executeQuery(
                    "select table_name from information_schema.tables where table_schema = current_schema()"
                            // Where the relay notes how far it is, which goes on all the time.
                            + " and table_type = 'BASE TABLE' and table_name <> 'relay_offset'")) {
                while (names.next()) {
                    tables.put(names.getString(1), "");
                }
            }
            for (var table : tables.entrySet()) {
                try (var row = statement.executeQuery(
                        "select count(*) || ' rows, ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from \"%s\" t"
                                .formatted(table.getKey()))) {
                    row.next();
                    table.setValue(row.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the tables can't be read", e);
        }
        return tables;
    }

    /** Those that take a token: some prove by other means who calls. */
    private List<DescribedCall> guarded() {
        return calls(call -> matrix.of(call.method(), call.path())
                .filter(rule -> !rule.open())
                .isPresent());
    }

    private static List<DescribedCall> calls(Predicate<DescribedCall> which) {
        return DescribedCall.all().stream().filter(which).toList();
    }

    private Rule rule(DescribedCall call) {
        return matrix.of(call.method(), call.path()).orElseThrow();
    }

    private static String token(String role) {
        return Callers.token("matrix-" + role, Map.of("roles", List.of(role), "districts", DISTRICTS, "unit", UNIT));
    }
}
