package io.bihuan.reporting.tables;

import io.bihuan.reporting.statistics.Figures;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Every measure as a column: what {@link Figures} has, in its order, so that none that is added is forgotten. */
public final class Measures {

    private static final RecordComponent[] COMPONENTS = Figures.class.getRecordComponents();

    /** One column per measure. */
    public static final List<Column> COLUMNS = Arrays.stream(COMPONENTS)
            .map(component -> new Column(component.getName(), kind(component)))
            .toList();

    private Measures() {}

    /** The values of all measures, in the order of the columns. */
    public static List<@Nullable Object> cells(Figures figures) {
        List<@Nullable Object> cells = new ArrayList<>(COMPONENTS.length);
        for (RecordComponent component : COMPONENTS) {
            try {
                cells.add(component.getAccessor().invoke(figures));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record tells what it has", e);
            }
        }
        return cells;
    }

    private static Kind kind(RecordComponent component) {
        String name = component.getName().toLowerCase(Locale.ROOT);
        if (component.getType() == long.class) {
            return Kind.COUNT;
        }
        return name.endsWith("rate") ? Kind.RATE : name.contains("days") ? Kind.DAYS : Kind.MONEY;
    }
}
