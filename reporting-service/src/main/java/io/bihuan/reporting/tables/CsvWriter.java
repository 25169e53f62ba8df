package io.bihuan.reporting.tables;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes CSV; a text that a spreadsheet would run as a formula has an apostrophe before it. */
final class CsvWriter implements Form.Writer {

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private final CSVPrinter printer;

    CsvWriter(OutputStream out) throws IOException {
        BufferedWriter text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write('\uFEFF');
        printer = new CSVPrinter(text, CSVFormat.RFC4180);
    }

    @Override
    public void header(List<String> labels) throws IOException {
        printer.printRecord(labels);
    }

    @Override
    public void row(List<@Nullable Object> cells, boolean total) throws IOException {
        for (Object cell : cells) {
            printer.print(text(cell));
        }
        printer.println();
    }

    @Override
    public void finish() throws IOException {
        printer.flush();
    }

    private static @Nullable String text(@Nullable Object cell) {
        if (cell instanceof String text) {
            return FORMULA.matcher(text).matches() ? "'" + text : text;
        }
        if (cell instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return cell == null ? null : cell.toString();
    }
}
