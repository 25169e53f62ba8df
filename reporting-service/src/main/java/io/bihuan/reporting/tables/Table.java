package io.bihuan.reporting.tables;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as a table. A cell is a text, a {@link Long}, a {@link java.math.BigDecimal}, or null where there is nothing to tell.
 *
 * @param name {@code table.<name>} is its title for people
 * @param rows as many cells in each as there are columns
 * @param total of all rows, whose texts are left empty; null if there is none
 */
public record Table(
        String name,
        List<Column> columns,
        List<List<@Nullable Object>> rows,
        @Nullable List<@Nullable Object> total) {}
