package io.bihuan.reporting.tables;

import io.bihuan.reporting.statistics.Figures;
import io.bihuan.reporting.statistics.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every measure as a column, in the order of {@link Measure}. */
public final class Measures {

    /** One column per measure. */
    public static final List<Column> COLUMNS = Arrays.stream(Measure.values())
            .map(measure -> new Column(measure.field(), kind(measure)))
            .toList();

    private Measures() {}

    /** The values of all measures, in the order of the columns. */
    public static List<@Nullable Object> cells(Figures figures) {
        List<@Nullable Object> cells = new ArrayList<>(COLUMNS.size());
        for (Measure measure : Measure.values()) {
            cells.add(measure.of(figures));
        }
        return cells;
    }

    private static Kind kind(Measure measure) {
        return switch (measure) {
            case RECTIFICATION_RATE, CLOSURE_RATE, ON_TIME_RATE -> Kind.RATE;
            case MEAN_DAYS_TO_CLOSE, MEDIAN_DAYS_TO_CLOSE, P90_DAYS_TO_CLOSE -> Kind.DAYS;
            case FUNDS -> Kind.MONEY;
            default -> Kind.COUNT;
        };
    }
}
