package io.bihuan.hazard.sheets;

import io.bihuan.hazard.Refusal;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.input.BOMInputStream;
import org.jspecify.annotations.Nullable;

/** Reads CSV (RFC 4180). */
final class CsvReader implements SheetReader {

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t');
    private static final int LONGEST_HEADER = 1 << 16;

    private final Charset charset;
    private final RowGuard guard;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private long number;

    private CsvReader(InputStream bytes, Charset charset, @Nullable Character delimiter) throws IOException {
        this.charset = charset;
        this.guard = new RowGuard(bytes, Long.MAX_VALUE);
        Reader text = new BufferedReader(
                new InputStreamReader(
                        BOMInputStream.builder()
                                .setInputStream(new BufferedInputStream(guard))
                                .get(),
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                LONGEST_HEADER);
        char between;
        try {
            between = delimiter == null ? delimiter(text) : delimiter;
        } catch (IOException broken) {
            throw refusal(broken);
        }
        this.parser = CSVParser.builder()
                .setReader(text)
                .setFormat(CSVFormat.RFC4180.builder().setDelimiter(between).get())
                .get();
        this.records = parser.iterator();
    }

    static CsvReader open(SheetFile file, Reading reading) throws IOException {
        Charset charset = TextEncoding.marked(file);
        if (charset == null) {
            charset = reading.charset() == null ? TextEncoding.unmarked(file) : reading.charset();
        }
        InputStream bytes = file.open();
        try {
            return new CsvReader(bytes, charset, reading.delimiter());
        } catch (IOException | RuntimeException unreadable) {
            bytes.close();
            throw unreadable;
        }
    }

    @Override
    public @Nullable Line next() {
        try {
            while (records.hasNext()) {
                List<String> cells = Arrays.stream(records.next().values())
                        .map(PlainCell::read)
                        .toList();
                number++;
                guard.rowEnded();
                if (!cells.stream().allMatch(String::isBlank)) {
                    return new Line(number, cells);
                }
            }
            return null;
        } catch (UncheckedIOException broken) {
            throw refusal(broken.getCause());
        }
    }

    @Override
    public boolean isWorkbook() {
        return false;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private Refusal refusal(@Nullable Throwable broken) {
        return broken instanceof CharacterCodingException
                ? new Refusal("file", "sheet.charset", charset.name())
                : new Refusal("file", "sheet.csv", number + 1);
    }

    /** The one that the first row with something in it has most of, outside of quotes. */
    private static char delimiter(Reader text) throws IOException {
        text.mark(LONGEST_HEADER);
        int[] found = new int[DELIMITERS.size()];
        boolean quoted = false;
        boolean filled = false;
        for (int read = 0; read < LONGEST_HEADER - 1; read++) {
            int each = text.read();
            if (each < 0 || (filled && !quoted && (each == '\n' || each == '\r'))) {
                break;
            }
            filled |= !Character.isWhitespace(each);
            quoted ^= each == '"';
            int which = DELIMITERS.indexOf((char) each);
            if (!quoted && which >= 0) {
                found[which]++;
            }
        }
        text.reset();
        int most = 0;
        for (int which = 1; which < found.length; which++) {
            most = found[which] > found[most] ? which : most;
        }
        return DELIMITERS.get(most);
    }
}
