package io.bihuan.notification.rest.texts;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code PUT /api/notifications/templates/{name}}. */
@Schema(name = "TemplateEntry", description = "What a template is to say", examples = """
                {"zh": "{unit}：隐患 {number}{#if about}（{about}）{/if}须于 {due} 前整改完毕，请抓紧。",
                 "en": "{unit}: hazard {number} must be rectified by {due}.", "recordedBy": "市专班办公室"}""")
record TemplateEntry(
        @NotNull
        @Schema(
                description =
                        "In Chinese, at most 500 characters, without the signature, which is put in front of every"
                                + " message")
        String zh,

        @Schema(description = "In English; without it everybody is written to in Chinese", nullable = true) @Nullable
        String en,

        @Size(max = 100)
        @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*", message = "{oneLine}")
        @Schema(description = "Who saves it", nullable = true)
        @Nullable
        String recordedBy) {}
