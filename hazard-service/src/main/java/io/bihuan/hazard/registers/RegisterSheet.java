package io.bihuan.hazard.registers;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a register stands in a sheet: what is written can be read again, and then says the same.
 *
 * @param <E> what a row is read as
 * @param <F> what a row is written of
 */
interface RegisterSheet<E extends Entry, F> {

    /** The name of the sheet in a workbook. */
    String name();

    List<Column> columns();

    /** What stands in the columns that are not empty. */
    Map<Column, @Nullable String> written(F onFile);

    E read(Cells cells);
}
