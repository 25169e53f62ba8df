package io.bihuan.hazard.sheets;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files to read, and what is read from them. */
final class Sheets {

    private static final String RELATIONS =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s</Relationships>";
    private static final String RELATION =
            "<Relationship Id=\"%s\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\""
                    + " Target=\"%s\"/>";

    private Sheets() {}

    static SheetFile file(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }

    static SheetFile csv(String text, Charset charset) {
        return file(text.getBytes(charset));
    }

    /** The parts of a workbook with one sheet, to be changed before they are put together. */
    static Map<String, String> parts(String rows) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("_rels/.rels", RELATIONS.formatted(RELATION.formatted("r1", "officeDocument", "xl/workbook.xml")));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                RELATIONS.formatted(RELATION.formatted("r1", "worksheet", "worksheets/sheet1.xml")
                        + RELATION.formatted("r2", "worksheet", "/xl/worksheets/sheet2.xml")
                        + RELATION.formatted("r3", "styles", "styles.xml")
                        + RELATION.formatted("r4", "sharedStrings", "sharedStrings.xml")));
        parts.put("xl/workbook.xml", """
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                  xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                <workbookPr/><sheets><sheet name="台账" sheetId="1" r:id="r1"/>
                <sheet name="说明" sheetId="2" r:id="r2"/></sheets></workbook>""");
        parts.put("xl/styles.xml", """
                <styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>
                <numFmt numFmtId="177" formatCode="[$-804]yyyy/m/d\\ h:mm;@"/>
                <numFmt numFmtId="178" formatCode="[Red]0.00&quot;days&quot;"/></numFmts>
                <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
                <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/>
                <xf numFmtId="178"/><xf numFmtId="20"/></cellXfs></styleSheet>""");
        parts.put(
                "xl/sharedStrings.xml",
                "<sst><si><t>燃气软管老化</t></si><si><r><t>软</t></r><r><t>管</t></r><rPh><t>kan</t></rPh></si></sst>");
        parts.put("xl/worksheets/sheet1.xml", sheet(rows));
        parts.put("xl/worksheets/sheet2.xml", sheet("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>另一张</v></c></row>"));
        return parts;
    }

    static String sheet(String rows) {
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                + "</sheetData></worksheet>";
    }

    static SheetFile workbook(String rows) {
        return workbook(parts(rows));
    }

    static SheetFile workbook(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file(bytes.toByteArray());
    }

    static List<Line> lines(SheetFile file) {
        return lines(file, Reading.byContent());
    }

    static List<Line> lines(SheetFile file, Reading reading) {
        List<Line> lines = new ArrayList<>();
        try (SheetReader sheet = SheetReader.open(file, reading)) {
            for (Line line = sheet.next(); line != null; line = sheet.next()) {
                lines.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
