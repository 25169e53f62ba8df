package io.bihuan.hazard.intake;

import io.bihuan.hazard.Refusal;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the parts of a mapping may say. */
final class Words {
    private Words() {}

    /** A rule takes its content from one place; writing two would leave open which one counts. */
    static void demandOneSource(Map<String, Boolean> sources) {
        String given =
                listed(sources.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey));
        if (given.isEmpty() || given.contains(",")) {
            throw new Refusal(
                    "", "import.mapping.oneSource", listed(sources.keySet().stream()), given.isEmpty() ? "—" : given);
        }
    }

    /** Nobody writes a key for nothing: one that would be ignored is refused. */
    static void demandEffect(@Nullable Object value, String key, boolean effective, String beside) {
        if (value != null && !effective) {
            throw new Refusal(key, "import.mapping.noEffect", beside);
        }
    }

    /** What a value can come to, as far as the mapping alone tells, must be a word that the field knows. */
    static <E extends Enum<E>> void demandKnown(Value value, String field, Class<E> words) {
        value.outcomes().forEach(outcome -> parse(outcome, field, words));
    }

    static <E extends Enum<E>> E parse(String text, String field, Class<E> words) {
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        field,
                        "oneOf",
                        text,
                        Arrays.stream(words.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    private static String listed(Stream<String> words) {
        return words.sorted().collect(Collectors.joining(", "));
    }
}
