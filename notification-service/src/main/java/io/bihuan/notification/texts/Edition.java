package io.bihuan.notification.texts;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A template as it was saved. An edition never changes; another text is another edition.
 *
 * @param name of the template
 * @param version 0 for what comes with the product, then 1, 2, 3…
 * @param own whether it is the office's own text rather than the one that comes with the product
 * @param zh in Chinese
 * @param en in English; null if there is none, and everybody is written to in Chinese
 * @param recordedAt when it was saved; null for what came with the product
 * @param recordedBy who saved it, if that was said
 */
public record Edition(
        String name,
        int version,
        boolean own,
        String zh,
        @Nullable String en,
        @Nullable Instant recordedAt,
        @Nullable String recordedBy) {

    /** Whether it is an office's own text and says just this. */
    boolean says(@Nullable String chinese, @Nullable String english) {
        return own && zh.equals(chinese) && Objects.equals(en, english);
    }
}
