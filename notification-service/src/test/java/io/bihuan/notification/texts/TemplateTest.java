package io.bihuan.notification.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bihuan.notification.texts.Flaw.Kind;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    @Test
    void whatMayBeMissingIsAskedForOrDefaulted() throws BadTemplate {
        var template = Template.of("{number}{#if about}（{about}）{#else} 无{/if} {site ?: '某处'}", Subject.HAZARD);

        assertThat(template.say(Map.of(Placeholder.NUMBER, "N1", Placeholder.ABOUT, "锈蚀")))
                .isEqualTo("N1（锈蚀） 某处");
        assertThat(template.say(Map.of(Placeholder.NUMBER, "N1", Placeholder.SITE, "泵房")))
                .isEqualTo("N1 无 泵房");
    }

    @Test
    void conditionsAreMadeOfPlaceholders() throws BadTemplate {
        var template = Template.of("x{#if (about || site) && !document}a{#else if overdueDays}b{/if}", Subject.HAZARD);

        assertThat(template.say(Map.of(Placeholder.SITE, "泵房"))).isEqualTo("xa");
        assertThat(template.say(Map.of(Placeholder.OVERDUE_DAYS, 0))).isEqualTo("x");
        assertThat(template.say(Map.of(Placeholder.OVERDUE_DAYS, "3"))).isEqualTo("xb");
    }

    @Test
    void anUnknownPlaceholderIsRefusedByItsNameWithTheKnownOnes() {
        assertThat(flaws("隐患 {number}\n请 {name} 整改，{#if overdue}x{/if}"))
                .containsExactly(
                        new Flaw(
                                Kind.UNKNOWN_PLACEHOLDER,
                                List.of(
                                        "2",
                                        "3",
                                        "name",
                                        "about, district, document, due, grade, number, overdueDays, recipient,"
                                                + " responsible, site, unit")),
                        new Flaw(
                                Kind.UNKNOWN_PLACEHOLDER,
                                List.of(
                                        "2",
                                        "13",
                                        "overdue",
                                        "about, district, document, due, grade, number, overdueDays, recipient,"
                                                + " responsible, site, unit")));
    }

    @Test
    void aSyntaxErrorIsToldWithItsLineAndColumn() {
        assertThat(flaws("隐患\n{number")).containsExactly(new Flaw(Kind.NOT_CLOSED, List.of("2", "8")));
        assertThat(flaws("{#if about}x")).containsExactly(new Flaw(Kind.NOT_CLOSED, List.of("1", "13")));
        assertThat(flaws("x{/if}")).containsExactly(new Flaw(Kind.SYNTAX, List.of("1", "6")));
        assertThat(flaws("{#if}x{/if}")).containsExactly(new Flaw(Kind.SYNTAX, List.of("1", "5")));
        assertThat(flaws("请于{ due }前")).containsExactly(new Flaw(Kind.BRACE, List.of("{ due }前")));
        assertThat(flaws("\\{due}")).extracting(Flaw::kind).containsExactly(Kind.BRACE);
    }

    @Test
    void aTemplateThatHasNothingToSayForWhatIsMissingIsRefused() {
        assertThat(flaws("{number} {site}")).containsExactly(new Flaw(Kind.MISSING, List.of("1", "10", "site")));
        assertThat(flaws("{number} {#if about}{site}{/if}"))
                .extracting(Flaw::kind)
                .containsExactly(Kind.MISSING);
        assertThat(flaws("{about ?: site}")).extracting(Flaw::kind).containsExactly(Kind.MISSING);
        assertThat(flaws("{#if about}{about}{/if}")).extracting(Flaw::kind).containsExactly(Kind.EMPTY);
        assertThat(flaws(" \n ")).extracting(Flaw::kind).containsExactly(Kind.EMPTY);
    }

    @Test
    void aSignatureOfItsOwnIsRefused() {
        assertThat(flaws("【别人】{number}")).extracting(Flaw::kind).containsExactly(Kind.SIGNATURE);
        assertThat(flaws("{number}】")).extracting(Flaw::kind).containsExactly(Kind.SIGNATURE);
        assertThat(flaws("{about ?: '【'}")).extracting(Flaw::kind).containsExactly(Kind.SIGNATURE);
    }

    @Test
    void whatNoMessageCouldHoldIsRefused() {
        assertThat(flaws("x".repeat(501))).containsExactly(new Flaw(Kind.TOO_LONG, List.of("501", "500")));
        assertThat(flaws("{due}".repeat(30))).containsExactly(new Flaw(Kind.OUTGROWS, List.of("1200", "978")));
        assertThat(flaws("a\u0000{number}")).extracting(Flaw::kind).containsExactly(Kind.UNPRINTABLE);
        assertThat(flaws("a\ud800{number}")).extracting(Flaw::kind).containsExactly(Kind.UNPRINTABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{number.getClass.forName('java.lang.Runtime')}",
                "{number.getClass()}",
                "{number.length}",
                "{number.toString}",
                "{number[0]}",
                "{number + due}",
                "{number.raw}",
                "{number.or('a').length}",
                "{number ?: due.bytes}",
                "{about ?: 1}",
                "{about or number.getClass}",
                "{about ? 'x' : 'y'}",
                "{keys}",
                "{entrySet}",
                "{size}",
                "{this}",
                "{1}",
                "{true}",
                "{inject:database}",
                "{cdi:texts}",
                "{config:bihuan.sms.http.secret}",
                "{config:['bihuan.sms.http.secret']}",
                "{data:number}",
                "{msg:x}",
                "{str:format('%s', number)}",
                "{@java.lang.Runtime number}{number}",
                "{#for i in number}x{/for}",
                "{#each number}x{/each}",
                "{#include remind /}",
                "{#insert}x{/insert}",
                "{#let x=number}{x}{/let}",
                "{#set x=number}{x}{/set}",
                "{#with number}x{/with}",
                "{#when number}{#is 'a'}x{/when}",
                "{#switch number}{#case 'a'}x{/switch}",
                "{#fragment id=a}x{/fragment}",
                "{#eval number /}",
                "{#cached}x{/cached}",
                "{#number /}",
                "{#if number.length > 2}x{/if}",
                "{#if number == 'N1'}x{/if}",
                "{#if overdueDays > 3}x{/if}",
                "{#if about is number}x{/if}",
                "{#if number.getClass}x{/if}",
                "{#if config:x}x{/if}",
            })
    void whatGoesBeyondPlaceholdersIsRefusedBeforeItRuns(String hostile) {
        assertThat(flaws("x" + hostile))
                .extracting(Flaw::kind)
                .isSubsetOf(Kind.EXPRESSION, Kind.SECTION, Kind.SYNTAX, Kind.UNKNOWN_PLACEHOLDER, Kind.BRACE)
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{number.x'or(')}", "{#if about}x{#else is about || site}y{/if}"})
    void whatQuteStumblesOverWithoutSayingSoIsRefused(String broken) {
        assertThat(flaws("x" + broken)).extracting(Flaw::kind).containsExactly(Kind.SYNTAX);
    }

    @Test
    void conditionsNestedAsDeepAsTheyGoAreHarmless() throws BadTemplate {
        int depth = 27;
        var nested = "{#if about}".repeat(depth) + "x" + "{/if}".repeat(depth) + "{number}";

        assertThat(Template.of(nested, Subject.HAZARD).say(Map.of(Placeholder.NUMBER, "N1")))
                .isEqualTo("N1");
        assertThat(flaws("{#if " + "(".repeat(480) + "}x{/if}")).isNotEmpty();
        assertThat(flaws("{#if " + "!".repeat(470) + "due}x{/if}")).isNotNull();
    }

    /** Whatever people write, it is a template or refused by what is wrong with it; nothing else is thrown. */
    @Test
    void anySequenceOfPiecesIsReadOrRefused() {
        var pieces = List.of(
                "{",
                "}",
                "#if ",
                "/if",
                "#else",
                "#else if ",
                "number",
                "about",
                "due",
                " ",
                "\n",
                "?:",
                "'",
                "\"",
                "(",
                ")",
                "!",
                "&&",
                "||",
                ".",
                ":",
                ",",
                "\\",
                "|",
                "@",
                "[",
                "]",
                "=",
                "隐患",
                "{#if about}",
                "{/if}",
                "{number}",
                "{!",
                "!}",
                "or",
                "\uD83D\uDE00",
                "1",
                "{#",
                "{/",
                "{/}");
        var random = new Random(20260503);
        int fine = 0;
        for (int i = 0; i < 40_000; i++) {
            var body = IntStream.range(0, 1 + random.nextInt(12))
                    .mapToObj(piece -> pieces.get(random.nextInt(pieces.size())))
                    .collect(Collectors.joining());
            try {
                Template.of(body, Subject.HAZARD);
                fine++;
            } catch (BadTemplate refused) {
                assertThat(refused.flaws()).as(body).isNotEmpty();
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError(body, e);
            }
        }
        assertThat(fine).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a\uD83D", "【】", "闭环闭环闭环闭环闭环闭环闭环闭环闭环闭环闭", "a\nb", "  ", "\uFFFD\uFFFD"})
    void aSignatureThatCarriersWouldNotTakeIsRefused(String name) {
        assertThatThrownBy(() -> new Signature(name)).hasMessageContaining("bihuan.sms.signature");
    }

    private static @Nullable List<Flaw> flaws(String body) {
        try {
            Template.of(body, Subject.HAZARD);
            return null;
        } catch (BadTemplate e) {
            return e.flaws();
        }
    }
}
