package io.bihuan.hazard.intake;

import io.bihuan.hazard.Refusal;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterReader;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.input.BOMInputStream;
import org.jspecify.annotations.Nullable;

/** A CSV file, read row by row: however long it is, one row is in memory. */
final class Ledger implements Closeable {
    /** A row that is longer has lost a quote; reading on would swallow the file. */
    private static final int LONGEST_ROW = 1_000_000;

    private final Charset charset;
    private final RowGuard guard;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Map<String, Integer> header;
    private long number;

    private Ledger(InputStream bytes, Mapping mapping) throws IOException {
        this.charset = mapping.fileCharset();
        this.guard = new RowGuard(new InputStreamReader(
                BOMInputStream.builder()
                        .setInputStream(new BufferedInputStream(bytes))
                        .get(),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        this.parser = CSVParser.builder()
                .setReader(guard)
                .setFormat(CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(mapping.fieldDelimiter())
                        .get())
                .get();
        this.records = parser.iterator();
        this.header = readHeader();
    }

    /**
     * Opens a file and checks that it has a header and every column that the mapping names.
     *
     * @throws Refusal where it can't be read like this
     */
    static Ledger open(InputStream bytes, Mapping mapping) throws IOException {
        Ledger ledger = new Ledger(bytes, mapping);
        Rules.demandColumns(mapping, ledger.header.keySet());
        return ledger;
    }

    /**
     * Sees from its first bytes whether a file can be a text.
     *
     * @throws ForeignFile if not
     */
    static void demandText(InputStream bytes) throws IOException {
        byte[] start = bytes.readNBytes(8192);
        if (startsWith(start, 'P', 'K', 3, 4) || startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new ForeignFile("import.file.spreadsheet");
        }
        for (byte each : start) {
            if (each == 0) {
                throw new ForeignFile("import.file.binary");
            }
        }
    }

    private static boolean startsWith(byte[] start, int... signature) {
        for (int i = 0; i < signature.length; i++) {
            if (i >= start.length || start[i] != (byte) signature[i]) {
                return false;
            }
        }
        return true;
    }

    /** Reads a whole file to see that every byte of it can be read, and how many rows it has. */
    static long count(InputStream bytes, Mapping mapping) throws IOException {
        try (Ledger ledger = open(bytes, mapping)) {
            long rows = 0;
            while (ledger.next() != null) {
                rows++;
            }
            return rows;
        }
    }

    /** The next row with something in it, or null after the last. */
    @Nullable
    Row next() {
        List<String> cells = nextCells();
        return cells == null ? null : new Row(number, header, cells);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private @Nullable List<String> nextCells() {
        try {
            while (records.hasNext()) {
                List<String> cells = Arrays.asList(records.next().values());
                number++;
                guard.rowEnded();
                if (!cells.stream().allMatch(String::isBlank)) {
                    return cells;
                }
            }
            return null;
        } catch (UncheckedIOException broken) {
            if (broken.getCause() instanceof CharacterCodingException) {
                throw new Refusal("file", "import.file.charset", charset.name());
            }
            throw new Refusal("file", "import.file.csv", number + 1);
        }
    }

    private Map<String, Integer> readHeader() {
        List<String> names = nextCells();
        if (names == null) {
            throw new Refusal("file", "import.file.noHeader");
        }
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (String name : names) {
            if (name.isBlank()) {
                throw new Refusal("file", "import.file.unnamedColumn", columns.size() + 1);
            }
            if (columns.put(name.strip(), columns.size()) != null) {
                throw new Refusal("file", "import.file.columnTwice", name.strip());
            }
        }
        return columns;
    }

    private static final class RowGuard extends FilterReader {
        private int charsOfRow;

        RowGuard(Reader in) {
            super(in);
        }

        void rowEnded() {
            charsOfRow = 0;
        }

        @Override
        public int read() throws IOException {
            throw new UnsupportedOperationException("the parser reads in blocks");
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            if (charsOfRow > LONGEST_ROW) {
                throw new IOException("a row of more than " + LONGEST_ROW + " characters");
            }
            int read = super.read(into, offset, length);
            charsOfRow += Math.max(0, read);
            return read;
        }
    }
}
