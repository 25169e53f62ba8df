package io.bihuan.reporting.tables;

import static java.util.stream.Collectors.toMap;

import io.bihuan.reporting.facts.RollUp;
import io.bihuan.reporting.statistics.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The figures of a district by its parts, as a table. */
public final class DistrictTable {

    private DistrictTable() {}

    /**
     * One row per part, and their total.
     *
     * @param previous what they are compared with, in columns after the others; null if with nothing. The year before likewise
     */
    public static Table of(RollUp asked, @Nullable RollUp previous, @Nullable RollUp yearBefore) {
        Map<String, RollUp> compared = new LinkedHashMap<>();
        if (previous != null && yearBefore != null) {
            compared.put("previous", previous);
            compared.put("yearBefore", yearBefore);
        }
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("districtCode", Kind.TEXT));
        columns.add(new Column("name", Kind.TEXT));
        columns.addAll(Measures.COLUMNS);
        List<Function<@Nullable String, Figures>> others = new ArrayList<>();
        compared.forEach((name, rollUp) -> {
            Measures.COLUMNS.forEach(column -> columns.add(new Column(name + "." + column.name(), column.kind())));
            others.add(byCode(rollUp));
        });
        return new Table(
                "districts",
                columns,
                asked.parts().stream()
                        .map(part -> row(part.code(), part.name(), part.figures(), others))
                        .toList(),
                row(null, null, asked.total(), others));
    }

    private static List<@Nullable Object> row(
            @Nullable String code,
            @Nullable String name,
            Figures figures,
            List<Function<@Nullable String, Figures>> others) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(code);
        row.add(name);
        row.addAll(Measures.cells(figures));
        others.forEach(other -> row.addAll(Measures.cells(other.apply(code))));
        return row;
    }

    /** The figures of a part; of no part, the total. */
    private static Function<@Nullable String, Figures> byCode(RollUp rollUp) {
        Map<String, Figures> parts = rollUp.parts().stream().collect(toMap(RollUp.Part::code, RollUp.Part::figures));
        return code -> code == null ? rollUp.total() : parts.getOrDefault(code, Figures.NONE);
    }
}
