package io.bihuan.notification.rest.texts;

import io.bihuan.notification.texts.Edition;
import io.bihuan.notification.texts.Subject;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An edition of a template as clients see it. */
@Schema(
        name = "TemplateEdition",
        description = "What a template says, or said. An edition never changes; another text is another edition",
        examples = """
                {"name": "dayBefore", "subject": "HAZARD", "version": 1, "own": true,
                 "zh": "{unit}：隐患 {number}{#if about}（{about}）{/if}须于 {due} 前整改完毕，请抓紧。", "en": null,
                 "recordedAt": "2026-05-03T02:00:00Z", "recordedBy": "市专班办公室"}""")
record EditionView(
        String name,

        @Schema(description = "What it is about, which decides what it may speak of")
        Subject subject,

        @Schema(description = "0 for what comes with the product, then 1, 2, 3…; also the ETag")
        int version,

        @Schema(description = "Whether it is the office's own text rather than the one that comes with the product")
        boolean own,

        @Schema(description = "In Chinese, without the signature")
        String zh,

        @Schema(
                description = "In English; null if there is none, and everybody is written to in Chinese",
                nullable = true)
        @Nullable
        String en,

        @Schema(description = "When it was saved; null for what came with the product", nullable = true) @Nullable
        Instant recordedAt,

        @Schema(description = "By whom", nullable = true) @Nullable
        String recordedBy) {

    static EditionView of(Edition edition) {
        return new EditionView(
                edition.name(),
                Subject.of(edition.name()),
                edition.version(),
                edition.own(),
                edition.zh(),
                edition.en(),
                edition.recordedAt(),
                edition.recordedBy());
    }
}
