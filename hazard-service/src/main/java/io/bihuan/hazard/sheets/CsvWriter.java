package io.bihuan.hazard.sheets;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes CSV. */
final class CsvWriter implements SheetWriter {

    /** Not with a T between: spreadsheets know this one for a date. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final CSVPrinter printer;

    CsvWriter(OutputStream out, char delimiter) throws IOException {
        BufferedWriter text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write('\uFEFF');
        printer = new CSVPrinter(
                text, CSVFormat.RFC4180.builder().setDelimiter(delimiter).get());
    }

    @Override
    public void header(List<Heading> headings) throws IOException {
        row(headings.stream().map(Heading::name).toList());
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        for (Object cell : cells) {
            printer.print(text(cell));
        }
        printer.println();
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }

    private static @Nullable String text(@Nullable Object cell) {
        if (cell instanceof String text) {
            return PlainCell.written(text);
        }
        if (cell instanceof LocalDateTime time) {
            return TIME.format(time);
        }
        if (cell instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return cell == null ? null : cell.toString();
    }
}
