package io.bihuan.reporting.tables;

import io.bihuan.reporting.facts.RollUp;
import io.bihuan.reporting.statistics.Figures;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures of a district by its parts, as a table. */
public final class DistrictTable {

    private static final List<Column> COLUMNS = columns();

    private DistrictTable() {}

    /** One row per part, and their total. */
    public static Table of(RollUp rollUp) {
        return new Table(
                "districts",
                COLUMNS,
                rollUp.parts().stream()
                        .map(part -> row(part.code(), part.name(), part.figures()))
                        .toList(),
                row(null, null, rollUp.total()));
    }

    private static List<@Nullable Object> row(@Nullable String code, @Nullable String name, Figures figures) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(code);
        row.add(name);
        row.addAll(Measures.cells(figures));
        return row;
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("districtCode", Kind.TEXT));
        columns.add(new Column("name", Kind.TEXT));
        columns.addAll(Measures.COLUMNS);
        return List.copyOf(columns);
    }
}
