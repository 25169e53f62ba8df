package io.bihuan.hazard.intake;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.bihuan.hazard.sheets.Row;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which column a time is read from; with several, the first that is filled, the earliest or the latest of those that
 * are. Ledgers disagree with themselves; so the mapping, not the code, says which of two dates is to be believed.
 */
record Moment(
        @Nullable String column,
        @Nullable List<String> firstOf,
        @Nullable List<String> earliestOf,
        @Nullable List<String> latestOf,
        @Nullable Set<String> empty)
        implements Rule, ReadsColumns {

    /** The short form: a bare word is a column. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Moment ofColumn(String column) {
        return new Moment(column, null, null, null, null);
    }

    @Override
    public void check() {
        Words.demandOneSource(Map.of(
                "column", column != null,
                "firstOf", firstOf != null,
                "earliestOf", earliestOf != null,
                "latestOf", latestOf != null));
    }

    @Override
    public List<String> ownColumns() {
        return Stream.of(column == null ? null : List.of(column), firstOf, earliestOf, latestOf)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    @Nullable
    Instant in(Row row, Function<String, Instant> read) {
        Stream<Instant> times = ownColumns().stream()
                .map(row::get)
                .filter(text -> text != null && (empty == null || !empty.contains(text)))
                .map(read);
        if (earliestOf != null) {
            return times.min(Comparator.naturalOrder()).orElse(null);
        }
        if (latestOf != null) {
            return times.max(Comparator.naturalOrder()).orElse(null);
        }
        return times.findFirst().orElse(null);
    }
}
