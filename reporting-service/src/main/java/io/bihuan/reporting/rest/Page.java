package io.bihuan.reporting.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items in the order of the list
 * @param nextCursor where the next page begins; null on the last
 * @param <T> an item
 */
record Page<T>(
        List<T> items,

        @Schema(description = "The `cursor` of the next page; null on the last one", nullable = true) @Nullable
        String nextCursor) {

    /** A page of what was found when one more was asked for than fits, which tells whether there is another page. */
    static <E, T> Page<T> of(List<E> found, int limit, Function<E, UUID> id, Function<E, T> item) {
        List<E> shown = found.size() > limit ? found.subList(0, limit) : found;
        String next = found.size() > limit ? cursor(id.apply(shown.get(limit - 1))) : null;
        return new Page<>(shown.stream().map(item).toList(), next);
    }

    private static String cursor(UUID last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(last.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException if it is no cursor of ours */
    static UUID after(String cursor) {
        return UUID.fromString(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
    }
}
