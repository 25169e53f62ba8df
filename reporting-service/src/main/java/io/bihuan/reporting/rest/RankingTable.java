package io.bihuan.reporting.rest;

import static java.util.stream.Collectors.joining;

import io.bihuan.reporting.ranking.Cause;
import io.bihuan.reporting.tables.Column;
import io.bihuan.reporting.tables.Kind;
import io.bihuan.reporting.tables.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ranking as a table: what each cause costs in a column of its own. */
final class RankingTable {

    private RankingTable() {}

    static Table of(RankingReport ranking) {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("place", Kind.COUNT),
                new Column("item", Kind.TEXT),
                new Column("itemName", Kind.TEXT),
                new Column("found", Kind.COUNT),
                new Column("score", Kind.POINTS)));
        for (Cause cause : Cause.values()) {
            columns.add(new Column("cause." + cause, Kind.POINTS));
        }
        columns.add(new Column("consequences", Kind.TEXT));
        return new Table(
                "rankings",
                columns,
                ranking.items().stream().map(RankingTable::row).toList(),
                null);
    }

    private static List<@Nullable Object> row(RankingReport.Item item) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(item.place() == null ? null : item.place().longValue());
        row.add(item.code());
        row.add(item.name());
        row.add(item.found());
        row.add(item.score());
        for (Cause cause : Cause.values()) {
            row.add(points(item, cause));
        }
        row.add(item.consequences().stream().map(RankingReport.Due::text).collect(joining(", ")));
        return row;
    }

    private static @Nullable BigDecimal points(RankingReport.Item item, Cause cause) {
        return item.deductions().stream()
                .filter(each -> each.figures().cause() == cause)
                .map(each -> each.figures().points())
                .findFirst()
                .orElse(null);
    }
}
