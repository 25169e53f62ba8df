package io.bihuan.notification.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateFuzzTest {

    static Stream<Arguments> templates() {
        return Stream.of(
                arguments("{number}{#if about}（{about}）{#else} 无{/if} {site ?: '某处'}", 0, "锈蚀"),
                arguments("x{#if (about || site) && !document}a{#else if overdueDays}b{/if}", 1, "{about}"),
                arguments("{count} {lines}{#if overdue}{recipient.or('x')}{/if}", 2, "【\u202E】\uD83D\n"),
                arguments("{number.x'or(')}", 0, ""),
                arguments("{#if about}x{#else is about || site}y{/if}", 0, ""),
                arguments("{duty} {period} {due} {district}", 3, "0"),
                arguments("{#for x in y}{cdi:bean.class}{number.getClass()}{/for}{!c!}{|raw|}\\{", 0, ""));
    }

    @MethodSource("templates")
    @FuzzTest
    void aTemplateIsRefusedOrSaysSomethingThatFitsIntoAMessage(
            @NotNull String body, int subject, @NotNull String fact) {
        Template template;
        try {
            template = Template.of(body, Subject.values()[Math.floorMod(subject, Subject.values().length)]);
        } catch (BadTemplate refused) {
            return;
        }
        var facts = Arrays.stream(Placeholder.values()).collect(Collectors.toMap(known -> known, known -> fact));
        for (var words : Words.values()) {
            assertThat(template.say(words.of(template.subject(), facts)))
                    .isNotEmpty()
                    .hasSizeLessThanOrEqualTo(Trial.LONGEST_MESSAGE - Signature.LONGEST)
                    .doesNotContain("【", "】", "\0", "\u202E");
        }
    }
}
