package io.bihuan.hazard.intake;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.sheets.Row;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the text of a field comes about: from a column, a constant, a text with columns in braces, several values joined
 * or the first of several that has something. The source's own words for "nothing" ({@code empty}) are taken for
 * nothing, codes are looked up, and a default fills what is empty.
 */
record Value(
        @Nullable String column,
        @Nullable String value,
        @Nullable String text,
        @Nullable List<Value> join,
        @Nullable String with,
        @Nullable List<Value> firstOf,
        @Nullable Set<String> empty,
        @Nullable Map<String, String> codes,
        @JsonProperty("default") @Nullable String fallback)
        implements Rule, ReadsColumns {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]+)}");

    /** The short form: a bare word is a column. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Value ofColumn(String column) {
        return new Value(column, null, null, null, null, null, null, null, null);
    }

    /** What the row says, or null where it says nothing. */
    @Nullable
    String in(Row row) {
        String raw = raw(row);
        if (raw == null) {
            return fallback;
        }
        if (codes == null) {
            return raw;
        }
        String meaning = codes.get(raw);
        if (meaning == null) {
            throw new Refusal("", "import.code", raw);
        }
        return meaning;
    }

    @Override
    public void check() {
        Words.demandOneSource(Map.of(
                "column", column != null,
                "value", value != null,
                "text", text != null,
                "join", join != null,
                "firstOf", firstOf != null));
        Words.demandEffect(with, "with", join != null, "join");
        Words.demandEffect(empty, "empty", column != null || text != null, "column, text");
    }

    @Override
    public List<String> ownColumns() {
        if (column != null) {
            return List.of(column);
        }
        return text == null
                ? List.of()
                : PLACE.matcher(text).results().map(place -> place.group(1)).toList();
    }

    /** Every column that has a say in this value. */
    List<String> columns() {
        return Stream.concat(ownColumns().stream(), parts().flatMap(part -> part.columns().stream()))
                .distinct()
                .toList();
    }

    /** Everything that this can come to, as far as the mapping alone tells: constants, meanings of codes, defaults. */
    Stream<String> outcomes() {
        Stream<String> own;
        if (codes != null) {
            own = codes.values().stream();
        } else {
            own = firstOf == null ? Stream.ofNullable(value) : firstOf.stream().flatMap(Value::outcomes);
        }
        return Stream.concat(own, Stream.ofNullable(fallback));
    }

    private Stream<Value> parts() {
        return Stream.of(join, firstOf).filter(Objects::nonNull).flatMap(List::stream);
    }

    private @Nullable String raw(Row row) {
        if (column != null) {
            return cell(column, row);
        }
        if (value != null) {
            return value;
        }
        if (text != null) {
            return filled(row, text);
        }
        if (join != null) {
            String joined = join.stream()
                    .map(part -> part.in(row))
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(with == null ? " " : with));
            return joined.isEmpty() ? null : joined;
        }
        return parts().map(part -> part.in(row))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** A text with a hole is no text: one empty column empties it. */
    private @Nullable String filled(Row row, String template) {
        Matcher places = PLACE.matcher(template);
        if (places.results().anyMatch(place -> cell(place.group(1), row) == null)) {
            return null;
        }
        return places.reset().replaceAll(place -> Matcher.quoteReplacement(row.says(place.group(1))));
    }

    private @Nullable String cell(String name, Row row) {
        String cell = row.get(name);
        return cell == null || (empty != null && empty.contains(cell)) ? null : cell;
    }
}
