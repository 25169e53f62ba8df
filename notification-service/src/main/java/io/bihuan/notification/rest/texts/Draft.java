package io.bihuan.notification.rest.texts;

import static java.util.stream.Collectors.toMap;

import io.bihuan.notification.Refusal;
import io.bihuan.notification.Refusal.Violation;
import io.bihuan.notification.texts.Placeholder;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/notifications/templates/preview}. */
@Schema(name = "TemplateDraft", description = "A text that is tried before it is saved", examples = """
                {"template": "dayBefore", "language": "zh",
                 "text": "{unit}：隐患 {number}{#if about}（{about}）{/if}须于 {due} 前整改完毕，请抓紧。",
                 "values": {"unit": "城东区某餐馆", "number": "630102-2026-000017", "due": "2026年5月10日"}}""")
record Draft(
        @NotNull @Schema(description = "The template's text, without the signature")
        String text,

        @Schema(
                description =
                        "The template that it is for, which decides what it may speak of; one of a hazard's if none is"
                                + " named",
                nullable = true)
        @Nullable
        String template,

        @Schema(description = "Of the words that stand in for what must be known and isn't", defaultValue = "zh")
        @Nullable
        Language language,

        @Schema(
                description = "What the placeholders say, by their names; what is left out is missing. None at all: an"
                        + " example's",
                nullable = true)
        @Nullable
        Map<String, @Nullable String> values) {

    /** A language of messages. */
    enum Language {
        zh,
        en
    }

    /** Every placeholder's, as a real one might be. */
    private static final Map<Placeholder, String> EXAMPLE = Map.ofEntries(
            Map.entry(Placeholder.NUMBER, "630102-2026-000017"),
            Map.entry(Placeholder.ABOUT, "后厨未安装可燃气体报警器"),
            Map.entry(Placeholder.UNIT, "城东区某餐馆"),
            Map.entry(Placeholder.SITE, "城东区某餐馆后厨"),
            Map.entry(Placeholder.DISTRICT, "城东区"),
            Map.entry(Placeholder.GRADE, "较大"),
            Map.entry(Placeholder.DUE, "2026年5月10日"),
            Map.entry(Placeholder.OVERDUE_DAYS, "3"),
            Map.entry(Placeholder.DOCUMENT, "约谈通知书"),
            Map.entry(Placeholder.RESPONSIBLE, "餐馆负责人"),
            Map.entry(Placeholder.RECIPIENT, "专班联络员"),
            Map.entry(Placeholder.COUNT, "5"),
            Map.entry(Placeholder.OVERDUE, "2"),
            Map.entry(Placeholder.LINES, "630102-2026-000017（后厨未安装可燃气体报警器）2026年5月10日 到期"),
            Map.entry(Placeholder.DUTY, "周报"),
            Map.entry(Placeholder.PERIOD, "2026年第19周"));

    Locale locale() {
        return language == Language.en ? Locale.ENGLISH : Locale.CHINESE;
    }

    /** @throws Refusal if a value is of no placeholder */
    Map<Placeholder, String> facts() {
        if (values == null) {
            return EXAMPLE;
        }
        var unknown = values.keySet().stream()
                .filter(name -> Placeholder.of(name).isEmpty())
                .map(name -> new Violation("values." + name, "template-unknown-value", known()))
                .toList();
        if (!unknown.isEmpty()) {
            throw new Refusal(unknown);
        }
        return values.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .collect(toMap(
                        entry -> Placeholder.of(entry.getKey()).orElseThrow(),
                        entry -> Objects.requireNonNull(entry.getValue())));
    }

    private static String known() {
        return String.join(
                ", ",
                Stream.of(Placeholder.values())
                        .map(Placeholder::inTemplates)
                        .sorted()
                        .toList());
    }
}
