package io.bihuan.hazard.intake;

import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.intake.Progress.RowError;
import io.bihuan.hazard.ledger.Wording;
import io.bihuan.hazard.sheets.Heading;
import io.bihuan.hazard.sheets.Reading;
import io.bihuan.hazard.sheets.Row;
import io.bihuan.hazard.sheets.SheetWriter;
import io.bihuan.hazard.sheets.Table;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The failed rows of an import as they came, each with what is wrong with it: a sheet to be corrected and sent again with
 * the same mapping.
 */
@ApplicationScoped
public class Correction {

    private static final int WIDTH = 18;
    private static final int WIDTH_OF_ERRORS = 60;

    private final Jobs jobs;

    Correction(Jobs jobs) {
        this.jobs = jobs;
    }

    /** Puts an error into words. */
    @FunctionalInterface
    public interface Words {
        String text(String reason, List<String> arguments);
    }

    /**
     * Writes the sheet.
     *
     * @param workbook an XLSX workbook rather than CSV
     * @throws NotOnRecord if there is no such import
     */
    @Transactional
    @TransactionConfiguration(timeout = 3600)
    public void write(UUID id, OutputStream out, boolean workbook, Wording wording, Words words) throws IOException {
        String mapping = jobs.mapping(id).orElseThrow(() -> new NotOnRecord("import", id));
        Reading reading = mapping.equals(OwnLedger.NAME)
                ? Reading.byContent()
                : MappingReader.read(mapping).reading();
        try (Table table = Table.open(() -> StoredFile.open(jobs, id), reading);
                SheetWriter sheet = workbook
                        ? SheetWriter.xlsx(out, reading.sheet() == null ? wording.title() : reading.sheet())
                        : SheetWriter.csv(out, reading.delimiter() == null ? ',' : reading.delimiter());
                Stream<RowError> faults = jobs.faults(id)) {
            List<Integer> kept = kept(table);
            sheet.header(headings(table, kept, wording));
            Iterator<RowError> each = faults.iterator();
            @Nullable RowError fault = next(each);
            for (Row row = table.next(); row != null && fault != null; row = table.next()) {
                List<String> errors = new ArrayList<>();
                while (fault != null && fault.row() <= row.number()) {
                    // What concerns the file and not a row stands at the header.
                    if (fault.row() == row.number()) {
                        errors.add(fault.field() + ": " + words.text(fault.reason(), fault.arguments()));
                    }
                    fault = next(each);
                }
                if (!errors.isEmpty()) {
                    sheet.row(cells(row, kept, String.join("\n", errors)));
                }
            }
        }
    }

    private static @Nullable RowError next(Iterator<RowError> faults) {
        return faults.hasNext() ? faults.next() : null;
    }

    /** All columns but those that an earlier correction has added. */
    private static List<Integer> kept(Table table) {
        List<String> columns = List.copyOf(table.columns());
        return Stream.iterate(0, place -> place < columns.size(), place -> place + 1)
                .filter(place -> !Wording.allErrors().contains(columns.get(place)))
                .toList();
    }

    private static List<Heading> headings(Table table, List<Integer> kept, Wording wording) {
        List<String> columns = List.copyOf(table.columns());
        List<Heading> headings = kept.stream()
                .map(place -> new Heading(columns.get(place), WIDTH))
                .collect(Collectors.toCollection(ArrayList::new));
        headings.add(new Heading(wording.errors(), WIDTH_OF_ERRORS));
        return headings;
    }

    /** Cells that a row has too many stand behind the errors, so that nothing is lost. */
    private static List<String> cells(Row row, List<Integer> kept, String errors) {
        List<String> cells = kept.stream()
                .map(place -> place < row.cells().size() ? row.cells().get(place) : "")
                .collect(Collectors.toCollection(ArrayList::new));
        cells.add(errors);
        row.cells().stream().skip(row.header().size()).forEach(cells::add);
        return cells;
    }
}
