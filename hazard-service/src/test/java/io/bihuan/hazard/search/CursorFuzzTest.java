package io.bihuan.hazard.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.bihuan.hazard.lifecycle.Standing;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A cursor is opaque, which keeps nobody from looking into it. The text is tried as it stands and as what stands in a cursor. */
class CursorFuzzTest {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    static Stream<Arguments> cursors() {
        var id = UUID.fromString("0199f3a0-5b7c-7d11-9a3e-0000000000a1");
        var ours = Arrays.stream(Order.values()).flatMap(order -> Stream.of(Standing.NEVER, FIRST)
                .map(key -> arguments(new Cursor(order, key, id).encoded(), order.ordinal())));
        var others = Stream.of(
                arguments("NEWEST_FIRST 2026-05-09T00:30:00.123456Z " + id, 0),
                arguments("NEWEST_FIRST +1000000000-12-31T23:59:59.999999999Z 0-0-0-0-0", 0),
                arguments("OLDEST_FIRST -1000000000-01-01T00:00:00Z " + id, 1),
                arguments("MOST_URGENT_FIRST 0000-12-31T23:59:59Z " + id, 2),
                arguments("LEAST_URGENT_FIRST 2026-05-09T24:00:00Z 1-2-3-4-99999999999999999999", 3),
                arguments("TkVXRVNUX0ZJUlNU%", 0));
        return Stream.concat(ours, others);
    }

    @MethodSource("cursors")
    @FuzzTest
    void aCursorIsAPlaceInItsListOrRefused(@NotNull String text, int order) {
        var list = Order.values()[Math.floorMod(order, Order.values().length)];
        for (var cursor : List.of(text, Base64.getUrlEncoder().encodeToString(text.getBytes(UTF_8)))) {
            Cursor place;
            try {
                place = Cursor.decode(cursor, list);
            } catch (IllegalArgumentException refused) {
                continue;
            }
            assertThat(place.order()).isEqualTo(list);
            assertThat(place.key()).isBetween(FIRST, Standing.NEVER.plusSeconds(86_400));
            assertThat(Cursor.decode(place.encoded(), list)).isEqualTo(place);
        }
    }
}
