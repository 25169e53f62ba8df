package io.bihuan.hazard.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.lifecycle.Status;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class QueryFuzzTest {

    private static final Instant FIRST = Instant.parse("0000-12-31T00:00:00Z");
    private static final Instant LAST = Instant.parse("+10000-01-02T00:00:00Z");

    static Stream<String> parameters() {
        return Stream.of(
                "500",
                "0",
                "\u0663",
                "0199f3a0-5b7c-7d11-9a3e-0000000000a1",
                "1-2-3-4-99999999999999999999",
                "2026-05-09T08:30:00+08:00",
                "9999-12-31T23:59:59-18:00",
                "+999999999-12-31T23:59:59.999999999Z",
                "true",
                "ASSIGNED",
                "63\0");
    }

    @MethodSource("parameters")
    @FuzzTest
    void aParameterIsReadOrRefusedByItsName(@NotNull String text) {
        refusedOr(() -> assertThat(Query.limit(text)).isBetween(1, 500), "limit");
        refusedOr(() -> Query.cursor(text), "cursor");
        refusedOr(() -> Query.uuid("p", text), "p");
        refusedOr(() -> assertThat(Query.instant("p", text)).isBetween(FIRST, LAST), "p");
        refusedOr(() -> Query.oneOfIfGiven("p", text, Status.class), "p");
        refusedOr(() -> Query.yesOrNo("p", text), "p");
        refusedOr(() -> assertThat(Query.plain("p", text)).doesNotContain("\0"), "p");
    }

    private static void refusedOr(Runnable reading, String name) {
        try {
            reading.run();
        } catch (Refusal refusal) {
            assertThat(refusal.violations())
                    .extracting(Refusal.Violation::field)
                    .containsExactly(name);
        }
    }
}
