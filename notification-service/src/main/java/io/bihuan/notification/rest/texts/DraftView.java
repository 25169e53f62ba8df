package io.bihuan.notification.rest.texts;

import io.bihuan.notification.delivery.Gsm7;
import io.bihuan.notification.delivery.Segments;
import io.bihuan.notification.rest.Violation;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What becomes of a draft. */
@Schema(
        name = "TemplatePreview",
        description = "The message that a draft makes, or what is wrong with the draft",
        examples = """
                {"text": "【闭环】城东区某餐馆：隐患 630102-2026-000017须于 2026年5月10日 前整改完毕，请抓紧。", "segments": 1,
                 "encoding": "UCS-2", "problems": []}""")
record DraftView(
        @Schema(description = "The message, the signature in front; null if the draft can't be used", nullable = true)
        @Nullable
        String text,

        @Schema(
                description =
                        "How many SMS it is billed as: 70 characters in one, 67 in each of several (GSM-7: 160, 153)",
                nullable = true)
        @Nullable
        Integer segments,

        @Schema(
                description = "How a phone network carries it",
                enumeration = {"GSM-7", "UCS-2"},
                nullable = true)
        @Nullable
        String encoding,

        @Schema(description = "Everything for which the draft would be refused if it were saved")
        List<Violation> problems) {

    static DraftView said(String text) {
        return new DraftView(text, Segments.of(text), Gsm7.fits(text) ? "GSM-7" : "UCS-2", List.of());
    }

    static DraftView refused(List<Violation> problems) {
        return new DraftView(null, null, null, problems);
    }
}
