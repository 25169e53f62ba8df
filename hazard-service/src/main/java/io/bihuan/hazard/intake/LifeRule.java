package io.bihuan.hazard.intake;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bihuan.hazard.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which steps a row has behind it: either a status column whose codes each stand for a sequence of steps, or a plain
 * list of steps, of which those happened whose date is filled.
 */
record LifeRule(
        @Nullable String column,
        @Nullable Map<String, List<Deed>> codes,
        @Nullable List<Deed> dated) implements Rule, ReadsColumns {

    @JsonCreator
    static LifeRule byStatus(
            @JsonProperty("column") @Nullable String column,
            @JsonProperty("codes") @Nullable Map<String, List<Deed>> codes) {
        return new LifeRule(column, codes, null);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static LifeRule byDates(List<Deed> dated) {
        return new LifeRule(null, null, dated);
    }

    @Override
    public void check() {
        if (dated != null) {
            return;
        }
        if (column == null || codes == null) {
            throw new Refusal(column == null ? "column" : "codes", "field.required");
        }
        codes.forEach((code, deeds) -> Deed.demandOrder(deeds, "codes." + code));
    }

    @Override
    public List<String> ownColumns() {
        return column == null ? List.of() : List.of(column);
    }

    /** Every step that some row may have behind it. */
    Set<Deed> deeds() {
        return Stream.concat(Stream.ofNullable(dated), codes == null ? Stream.empty() : codes.values().stream())
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }
}
