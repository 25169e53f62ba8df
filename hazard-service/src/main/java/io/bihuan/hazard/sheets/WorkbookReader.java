package io.bihuan.hazard.sheets;

import io.bihuan.hazard.Refusal;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Reads a sheet of an XLSX workbook. Formulas count as what they last came to, merged cells as the first of them. */
final class WorkbookReader implements SheetReader {

    /** As many as a spreadsheet has. */
    private static final int MOST_ROWS = 1_048_576;

    private static final int MOST_COLUMNS = 16_384;

    private static final Set<String> CONTENT = Set.of("v", "is");

    private final Workbook workbook;
    private final RowGuard guard;
    private final Xml xml;
    private final List<String> sharedTexts;
    private final DateFormats dates;
    private long number;

    private WorkbookReader(Workbook workbook, @Nullable String sheet) throws IOException, XMLStreamException {
        this.workbook = workbook;
        this.guard = workbook.sheet(sheet);
        this.sharedTexts = workbook.sharedTexts();
        this.dates = workbook.dateFormats();
        this.xml = new Xml(guard);
        xml.next(Set.of("sheetData"), "worksheet");
    }

    static WorkbookReader open(SheetFile file, Reading reading) throws IOException {
        try {
            Workbook workbook = Workbook.open(file);
            try {
                return new WorkbookReader(workbook, reading.sheet());
            } catch (IOException | XMLStreamException | RuntimeException unreadable) {
                workbook.close();
                throw unreadable;
            }
        } catch (XMLStreamException | IOException broken) {
            throw broken(broken, 1);
        }
    }

    @Override
    public @Nullable Line next() throws IOException {
        try {
            while (xml.next(Set.of("row"), "sheetData") != null) {
                number = rowNumber(xml.attribute("r"));
                List<String> cells = cells();
                guard.rowEnded();
                if (!cells.stream().allMatch(String::isBlank)) {
                    return new Line(number, cells);
                }
            }
            return null;
        } catch (XMLStreamException broken) {
            throw broken(broken, Math.max(1, number));
        }
    }

    @Override
    public boolean isWorkbook() {
        return true;
    }

    @Override
    public void close() throws IOException {
        guard.close();
        workbook.close();
    }

    private List<String> cells() throws XMLStreamException {
        List<String> cells = new ArrayList<>();
        int place = 0;
        while (xml.next(Set.of("c"), "row") != null) {
            place = place(xml.attribute("r"), place);
            String text = text(xml.attribute("t"), xml.attribute("s"));
            if (!text.isEmpty()) {
                while (cells.size() <= place) {
                    cells.add("");
                }
                cells.set(place, text);
            }
            place++;
        }
        return cells;
    }

    private String text(@Nullable String type, @Nullable String style) throws XMLStreamException {
        String text = "";
        for (String part = xml.next(CONTENT, "c"); part != null; part = xml.next(CONTENT, "c")) {
            text = part.equals("is") ? xml.richText("is") : xml.text();
        }
        if (text.isEmpty() || type == null) {
            return text.isEmpty() ? text : dates.text(text, style);
        }
        return switch (type) {
            case "n" -> dates.text(text, style);
            case "s" -> shared(text);
            case "str" -> EscapedText.read(text);
            case "b" -> text.equals("1") ? "TRUE" : "FALSE";
            default -> text;
        };
    }

    private String shared(String place) {
        if (place.matches("[0-9]{1,9}") && Integer.parseInt(place) < sharedTexts.size()) {
            return sharedTexts.get(Integer.parseInt(place));
        }
        throw new Refusal("file", "sheet.workbook", number);
    }

    private long rowNumber(@Nullable String written) {
        long row = number + 1;
        if (written != null) {
            row = written.matches("[0-9]{1,7}") ? Long.parseLong(written) : 0;
        }
        if (row <= number || row > MOST_ROWS) {
            throw new Refusal("file", "sheet.workbook", number + 1);
        }
        return row;
    }

    /** The place of a cell, from 0: of {@code AB12} that of the column AB. */
    private int place(@Nullable String reference, int otherwise) {
        int place = otherwise;
        if (reference != null) {
            place = 0;
            for (int i = 0; i < reference.length() && reference.charAt(i) >= 'A' && i < 4; i++) {
                place = place * 26 + reference.charAt(i) - 'A' + 1;
            }
            place--;
        }
        if (place < 0 || place >= MOST_COLUMNS) {
            throw new Refusal("file", "sheet.workbook", number);
        }
        return place;
    }

    /**
     * What is wrong with the workbook.
     *
     * @throws IOException where nothing is, but it could not be got at
     */
    private static Refusal broken(Exception broken, long row) throws IOException {
        Throwable cause = broken instanceof XMLStreamException xml ? xml.getNestedException() : broken;
        if (cause instanceof RowGuard.Exceeded) {
            return new Refusal("file", "sheet.tooLarge", row);
        }
        boolean theFilesOwn = cause instanceof ZipException
                || cause instanceof EOFException
                || cause instanceof CharConversionException;
        if (cause instanceof IOException away && !theFilesOwn) {
            throw away;
        }
        return new Refusal("file", "sheet.workbook", row);
    }
}
