package io.bihuan.hazard.intake;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.sheets.Reading;
import io.bihuan.hazard.sheets.Row;
import io.bihuan.hazard.sheets.SheetFile;
import io.bihuan.hazard.sheets.Table;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Reads a ledger's rows, one after the other: a foreign one under its mapping, or our own. */
final class LedgerReader implements Closeable {

    private final Table table;
    private final Understanding rows;

    private LedgerReader(Table table, Understanding rows) {
        this.table = table;
        this.rows = rows;
    }

    private interface Understanding {
        Told of(Row row, Instant now);
    }

    /**
     * Opens a ledger.
     *
     * @param mapping the mapping's text, or the name of our own ledger
     * @param zone of our own ledger's times
     * @throws Refusal where the mapping is wrong, or the file can't be read under it
     */
    static LedgerReader open(SheetFile file, String mapping, ZoneId zone) throws IOException {
        if (mapping.equals(OwnLedger.NAME)) {
            Table table = Table.open(file, Reading.byContent());
            try {
                OwnLedger own = OwnLedger.demand(table.columns(), zone);
                return new LedgerReader(table, (row, now) -> new Told.Own(own, row, now));
            } catch (Refusal foreign) {
                table.close();
                throw foreign;
            }
        }
        Mapping read = MappingReader.read(mapping);
        LifeReader lives = new LifeReader(read);
        return new LedgerReader(
                Ledger.open(file, read), (row, now) -> new Told.Life(row.number(), lives.read(row, now)));
    }

    /** What the next row tells, or null after the last. */
    @Nullable
    Told next(Instant now) throws IOException {
        Row row = table.next();
        if (row == null) {
            return null;
        }
        try {
            LifeReader.demandWhole(row);
            return rows.of(row, now);
        } catch (Refusal refusal) {
            return new Told.Nothing(row.number(), refusal.violations());
        }
    }

    /** Reads on to the end without looking into the rows, and counts them. */
    long count() throws IOException {
        long rows = 0;
        while (table.next() != null) {
            rows++;
        }
        return rows;
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
