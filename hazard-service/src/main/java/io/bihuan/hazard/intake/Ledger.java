package io.bihuan.hazard.intake;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.sheets.ForeignFile;
import io.bihuan.hazard.sheets.SheetFile;
import io.bihuan.hazard.sheets.Table;
import java.io.IOException;

/** Opens a ledger's file as its mapping says. */
final class Ledger {

    private Ledger() {}

    /**
     * Opens a file and checks that it has a header and every column that the mapping names.
     *
     * @throws ForeignFile where it is no sheet
     * @throws Refusal where it can't be read like this
     */
    static Table open(SheetFile file, Mapping mapping) throws IOException {
        Table table = Table.open(file, mapping.reading());
        try {
            Rules.demandColumns(mapping, table.columns());
            return table;
        } catch (Refusal missing) {
            table.close();
            throw missing;
        }
    }
}
