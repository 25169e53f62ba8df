package io.bihuan.hazard.sheets;

import io.bihuan.hazard.Refusal;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an XLSX workbook (ECMA-376). It is not trusted: every part may only unpack to so much. A ZIP archive is
 * read from its end; so the file lies on disk meanwhile.
 */
final class Workbook implements Closeable {

    private static final long LONGEST_SHEET = 1L << 30;
    /** Texts that occur more than once are kept together, and are in memory while the sheet is read. */
    private static final long MOST_SHARED_TEXT = 64L << 20;

    private static final long LONGEST_OTHER_PART = 4L << 20;

    private final Path copy;
    private final ZipFile zip;
    private final Map<String, String> relations = new HashMap<>();
    private final List<Sheet> sheets = new ArrayList<>();
    private boolean since1904;
    private @Nullable String styles;
    private @Nullable String sharedTexts;

    private record Sheet(String name, String relation, boolean hidden) {}

    private Workbook(Path copy) throws IOException, XMLStreamException {
        this.copy = copy;
        this.zip = new ZipFile(copy.toFile());
        try {
            readParts();
        } catch (IOException | XMLStreamException | RuntimeException unreadable) {
            zip.close();
            throw unreadable;
        }
    }

    static Workbook open(SheetFile file) throws IOException, XMLStreamException {
        Path copy = Files.createTempFile("bihuan-workbook", ".xlsx");
        try (InputStream in = file.open()) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return new Workbook(copy);
        } catch (ZipException noArchive) {
            Files.delete(copy);
            throw new ForeignFile("sheet.noWorkbook");
        } catch (IOException | XMLStreamException | RuntimeException unreadable) {
            Files.delete(copy);
            throw unreadable;
        }
    }

    /** The sheet of that name, or the first that is not hidden. */
    RowGuard sheet(@Nullable String name) throws IOException {
        Sheet found = sheets.stream()
                .filter(sheet -> name == null ? !sheet.hidden() : sheet.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "file",
                        "sheet.noSuchSheet",
                        name == null ? "" : name,
                        sheets.stream().map(Sheet::name).toList()));
        String part = relations.get(found.relation());
        if (part == null) {
            throw new ForeignFile("sheet.noWorkbook");
        }
        return content(part, LONGEST_SHEET);
    }

    /** The texts that cells refer to by their place. */
    List<String> sharedTexts() throws IOException, XMLStreamException {
        List<String> texts = new ArrayList<>();
        if (sharedTexts != null) {
            try (RowGuard in = content(sharedTexts, MOST_SHARED_TEXT)) {
                Xml xml = new Xml(in);
                while (xml.next(Set.of("si"), "sst") != null) {
                    texts.add(xml.richText("si"));
                    in.rowEnded();
                }
            }
        }
        return texts;
    }

    DateFormats dateFormats() throws IOException, XMLStreamException {
        if (styles == null) {
            return DateFormats.none(since1904);
        }
        try (RowGuard in = content(styles, LONGEST_OTHER_PART)) {
            return DateFormats.read(new Xml(in), since1904);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
        Files.deleteIfExists(copy);
    }

    private void readParts() throws IOException, XMLStreamException {
        Map<String, String> root = relations("_rels/.rels", "");
        String main = root.getOrDefault("/officeDocument", "xl/workbook.xml");
        String folder = main.substring(0, main.lastIndexOf('/') + 1);
        Map<String, String> parts = relations(folder + "_rels/" + main.substring(folder.length()) + ".rels", folder);
        styles = parts.get("/styles");
        sharedTexts = parts.get("/sharedStrings");
        try (RowGuard in = content(main, LONGEST_OTHER_PART)) {
            Xml xml = new Xml(in);
            Set<String> wanted = Set.of("workbookPr", "sheet");
            for (String name = xml.next(wanted, "sheets"); name != null; name = xml.next(wanted, "sheets")) {
                if (name.equals("workbookPr")) {
                    String since = xml.attribute("date1904");
                    since1904 = "1".equals(since) || "true".equals(since);
                } else {
                    sheets.add(new Sheet(
                            orEmpty(xml.attribute("name")),
                            orEmpty(xml.attribute("id")),
                            xml.attribute("state") != null && !"visible".equals(xml.attribute("state"))));
                }
            }
        }
    }

    /** Notes the parts of a relations file by id, and answers those whose kind is one of a kind. */
    private Map<String, String> relations(String file, String folder) throws IOException, XMLStreamException {
        Map<String, String> byKind = new HashMap<>();
        try (RowGuard in = content(file, LONGEST_OTHER_PART)) {
            Xml xml = new Xml(in);
            while (xml.next(Set.of("Relationship"), "Relationships") != null) {
                String target = orEmpty(xml.attribute("Target"));
                String part = target.startsWith("/") ? target.substring(1) : folder + target;
                String kind = orEmpty(xml.attribute("Type"));
                relations.put(orEmpty(xml.attribute("Id")), part);
                byKind.put(kind.substring(Math.max(0, kind.lastIndexOf('/'))), part);
            }
        }
        return byKind;
    }

    private RowGuard content(String part, long longest) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            throw new ForeignFile("sheet.noWorkbook");
        }
        return new RowGuard(zip.getInputStream(entry), longest);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
