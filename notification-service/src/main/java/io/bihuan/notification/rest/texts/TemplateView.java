package io.bihuan.notification.rest.texts;

import io.bihuan.notification.texts.Edition;
import io.bihuan.notification.texts.Placeholder;
import io.bihuan.notification.texts.Subject;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A template as clients see it: what is in force, what came before, and what it may speak of. */
@Schema(
        name = "Template",
        description = "A template of a message, with every edition that was ever saved",
        examples = """
                {"current": {"name": "dayBefore", "subject": "HAZARD", "version": 0, "own": false,
                             "zh": "{unit}：隐患 {number}{#if about}（{about}）{#else} {/if}须于 {due} 前整改完毕，请抓紧。",
                             "en": "{unit}: hazard {number}{#if about} ({about}){/if} must be rectified by {due}. Please hurry.",
                             "recordedAt": null, "recordedBy": null},
                 "placeholders": {"always": ["number", "unit", "district", "grade", "due"],
                                  "sometimes": ["about", "site", "overdueDays", "document", "responsible", "recipient"]},
                 "editions": []}""")
record TemplateView(
        @Schema(description = "In force") EditionView current,

        Placeholders placeholders,

        @Schema(description = "Every edition, the newest first; the last is what comes with the product, if it does")
        List<EditionView> editions) {

    /** What a template may speak of. */
    @Schema(name = "Placeholders")
    record Placeholders(
            @Schema(description = "Written as {due}") List<String> always,

            @Schema(description = "May be missing or 0: written as {#if about}（{about}）{/if} or {about ?: '…'}")
            List<String> sometimes) {

        static Placeholders of(Subject subject) {
            return new Placeholders(names(subject.always()), names(subject.sometimes()));
        }

        private static List<String> names(Collection<Placeholder> placeholders) {
            return placeholders.stream().map(Placeholder::inTemplates).toList();
        }
    }

    static TemplateView of(List<Edition> editions) {
        var views = editions.stream().map(EditionView::of).toList();
        return new TemplateView(views.get(0), Placeholders.of(views.get(0).subject()), views);
    }
}
