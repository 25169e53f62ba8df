package io.bihuan.reporting.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.bihuan.access.Scope;
import io.bihuan.reporting.statistics.Season;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QueryFuzzTest {

    private static final Moments MOMENTS = new Moments(ZoneId.of("Asia/Shanghai"));
    private static final Season SEASON = new Season(MonthDay.of(10, 15), MonthDay.of(4, 15));
    private static final Instant NOW = Instant.parse("2026-05-09T00:30:00Z");

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    static Stream<Arguments> queries() {
        return Stream.of(
                arguments("63", "2026-W18", "", "", "2026-05-09T00:30:00+08:00", "x"),
                arguments("630102", "2026-Q4", "2026-05-01", "2026-05-31", "2999-12-31", "MAJOR"),
                arguments(
                        "6-",
                        "2025-2026",
                        "+999999999-12-31T23:59:59Z",
                        "0000-02-30",
                        "2026-05-09T24:00:00 08:00",
                        "{0}'"),
                arguments("63", "2026", "", "", "", "+1000000000-12-31T23:59:59.999999999Z 1-2-3-4-5"),
                arguments("63", "2026", "", "", "", "0000-12-31T23:59:59Z 1-2-3-4-5"),
                arguments("63", "2026", "", "", "", "2026-05-09T00:30:00.123456Z 1-2-3-4-5"),
                arguments("64", "2026-02-30", "2999-12-31T23:59:59-18:00", "1900-01-01", "", "\0"));
    }

    @MethodSource("queries")
    @FuzzTest
    void aQueryIsAQuestionOrSaysWhatIsWrong(
            @NotNull String parent,
            @NotNull String period,
            @NotNull String from,
            @NotNull String to,
            @NotNull String asOf,
            @NotNull String more) {
        var query = new MultivaluedHashMap<String, String>();
        query.putSingle("parent", parent);
        query.putSingle("period", period);
        query.putSingle("from", from);
        query.putSingle("to", to);
        query.putSingle("asOf", asOf);
        query.putSingle("grade", more);
        query.putSingle("unit", more);
        query.putSingle("cursor", Base64.getUrlEncoder().encodeToString(more.getBytes(UTF_8)));
        query.putSingle(more, more);
        var reader = new QueryReader(
                query,
                MOMENTS,
                SEASON,
                new Texts(),
                new Scope(false, List.of("63"), null),
                Stream.concat(Stream.of("parent", "cursor"), QueryReader.HAZARDS.stream())
                        .toList());

        reader.question("parent", NOW);
        reader.number("unit", 1, 500, 50);
        var place = CountedHazards.place(reader);
        assertThat(place == null ? NOW : place.foundAt()).isBetween(FIRST, LAST);
    }
}
