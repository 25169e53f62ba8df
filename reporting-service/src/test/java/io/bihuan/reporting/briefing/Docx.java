package io.bihuan.reporting.briefing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/** Reads Word files back. */
public final class Docx {

    private Docx() {}

    /** The text as a reader sees it, the cells of a table's row parted by tabs. */
    public static String text(byte[] docx) {
        try (XWPFDocument document = open(docx);
                XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
            return extractor.getText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a table, each with the texts of its cells. */
    public static List<List<String>> table(byte[] docx, int table) {
        try (XWPFDocument document = open(docx)) {
            return document.getTableArray(table).getRows().stream()
                    .map(row -> row.getTableCells().stream()
                            .map(XWPFTableCell::getText)
                            .toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document itself, as XML. */
    static String xml(byte[] docx) {
        try (XWPFDocument document = open(docx)) {
            return document.getDocument().xmlText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static XWPFDocument open(byte[] docx) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(docx));
    }
}
