package io.bihuan.hazard.registers;

import io.bihuan.hazard.privacy.Mask;
import io.bihuan.hazard.registers.Register.Page;
import io.bihuan.hazard.sheets.SheetWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A register on its way into a sheet, page by page. */
final class RegisterExport<F extends OnFile<?>> {

    private static final int ROWS_AT_ONCE = 500;

    private final Register<?, F> register;
    private final RegisterSheet<?, F> sheet;
    private final boolean phones;

    RegisterExport(Register<?, F> register, boolean phones) {
        this.register = register;
        this.sheet = register.sheet();
        this.phones = phones;
    }

    void write(Filter<F> filter, SheetWriter writer) throws IOException {
        writer.header(sheet.columns().stream().map(Column::heading).toList());
        String after = null;
        do {
            Page<F> page = register.page(filter, after, ROWS_AT_ONCE);
            for (F onFile : page.items()) {
                writer.row(row(onFile));
            }
            register.forget();
            after = page.nextCursor();
        } while (after != null);
    }

    private List<@Nullable String> row(F onFile) {
        Map<Column, @Nullable String> cells = sheet.written(onFile);
        return sheet.columns().stream()
                .map(column ->
                        phones || !ContactColumns.isPhone(column) ? cells.get(column) : Mask.phone(cells.get(column)))
                .toList();
    }
}
