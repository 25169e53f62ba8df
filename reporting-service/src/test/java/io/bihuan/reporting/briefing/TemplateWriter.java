package io.bihuan.reporting.briefing;

import io.bihuan.reporting.tables.Labels;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;

/**
 * Writes the shipped Word templates, so that a change of them can be read as text: the layout of official documents
 * (GB/T 9704) with placeholders where {@link Word} has something to say. Run it after changing one.
 */
final class TemplateWriter {

    private static final String SONG = "宋体";
    private static final String FANGSONG = "仿宋_GB2312";
    private static final int MILLIMETRE = 57;
    private static final int TEXT_WIDTH = 164 * MILLIMETRE;
    private static final int FIRST_WIDTH = 28 * MILLIMETRE;

    private static final List<String> COUNTS = List.of(
            "found", "assigned", "rectified", "closed", "open", "overdueNow", "overdueEver", "escalated", "returned");
    private static final List<String> RATES = List.of(
            "rectificationRate", "closureRate", "onTimeRate", "meanDaysToClose", "medianDaysToClose", "p90DaysToClose");

    /** What a reader takes whose machine lacks the fonts that Chinese offices have. */
    private static final String FONTS = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:font w:name="仿宋_GB2312">\
            <w:altName w:val="仿宋"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font><w:font w:name="宋体">\
            <w:altName w:val="SimSun"/><w:charset w:val="86"/><w:family w:val="roman"/></w:font></w:fonts>""";

    private final XWPFDocument document = new XWPFDocument();
    private final Labels labels;

    private TemplateWriter(Language language) {
        this.labels = new Labels(language.locale());
    }

    /** @param arguments the folder that holds the templates */
    public static void main(String... arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Files.write(folder.resolve("briefing.docx"), template(Language.ZH));
        Files.write(folder.resolve("briefing_en.docx"), template(Language.EN));
    }

    static byte[] template(Language language) {
        TemplateWriter writer = new TemplateWriter(language);
        writer.page();
        if (language == Language.ZH) {
            writer.chinese();
        } else {
            writer.english();
        }
        return writer.bytes();
    }

    private void chinese() {
        head();
        section("一、总体情况", "overview");
        section("二、环比同比情况", "comparison");
        measures("指标", "本期", "上期\n{{previousPeriod}}", "去年同期\n{{yearBeforePeriod}}");
        section("三、逾期情况", "overdue");
        overdue("区划");
        section("四、下一步工作", "closing");
        heading("附：各区划统计表（{{from}}至{{to}}发现的隐患，截至{{asOf}}）");
        items("区划", COUNTS);
        items("区划", RATES);
    }

    private void english() {
        head();
        section("1. Overview", "overview");
        section("2. Against earlier periods", "comparison");
        measures("Measure", "This period", "Period before\n{{previousPeriod}}", "Year before\n{{yearBeforePeriod}}");
        section("3. Overdue", "overdue");
        overdue("District");
        section("4. What is to be done", "closing");
        heading("Annex: districts (hazards found from {{from}} to {{to}}, as of {{asOf}})");
        items("District", COUNTS);
        items("District", RATES);
    }

    private void page() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11906));
        size.setH(BigInteger.valueOf(16838));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(30L * MILLIMETRE));
        margins.setBottom(BigInteger.valueOf(28L * MILLIMETRE));
        margins.setLeft(BigInteger.valueOf(23L * MILLIMETRE));
        margins.setRight(BigInteger.valueOf(23L * MILLIMETRE));
        document.getProperties().getCoreProperties().setCreated(Optional.of(Date.from(Instant.EPOCH)));
    }

    private void head() {
        XWPFParagraph title = paragraph(ParagraphAlignment.CENTER, 0);
        text(title, "{{title}}", SONG, 22).setBold(true);
        text(paragraph(ParagraphAlignment.CENTER, 0), "{{printedNumber}}", FANGSONG, 16);
        XWPFParagraph line = paragraph(ParagraphAlignment.CENTER, 0);
        line.setSpacingAfter(240);
        text(line, "{{period}}　　{{issuedOn}}　　{{number}}", FANGSONG, 12);
    }

    private void section(String heading, String placeholder) {
        heading(heading);
        text(paragraph(ParagraphAlignment.BOTH, 640), "{{" + placeholder + "}}", FANGSONG, 16);
    }

    private void heading(String text) {
        XWPFParagraph heading = paragraph(ParagraphAlignment.LEFT, 0);
        heading.setSpacingBefore(120);
        heading.setKeepNext(true);
        text(heading, text, SONG, 14).setBold(true);
    }

    private void measures(String measure, String now, String previous, String yearBefore) {
        XWPFTable table = table(2, List.of("{{measures}}" + measure, now, previous, yearBefore));
        row(table, 1, List.of("[measure]", "[now]", "[previous]", "[yearBefore]"));
    }

    private void overdue(String district) {
        XWPFTable table = table(
                2, List.of("{{overdueDistricts}}" + district, labels.column("open"), labels.column("overdueNow")));
        row(table, 1, List.of("[district]", "[open]", "[overdueNow]"));
    }

    private void items(String district, List<String> measures) {
        XWPFTable table = table(
                3,
                concat(
                        "{{items}}" + district,
                        measures.stream().map(labels::column).toList()));
        row(
                table,
                1,
                concat(
                        "[district]",
                        measures.stream().map(measure -> "[" + measure + "]").toList()));
        row(
                table,
                2,
                concat(
                        labels.total(),
                        measures.stream()
                                .map(measure -> "{{total." + measure + "}}")
                                .toList()));
        document.createParagraph().setSpacingBetween(0.5, LineSpacingRule.AUTO);
    }

    private static List<String> concat(String first, List<String> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    private XWPFTable table(int rows, List<String> header) {
        XWPFTable table = document.createTable(rows, header.size());
        table.setWidth(TEXT_WIDTH);
        CTTblGrid grid = table.getCTTbl().addNewTblGrid();
        for (int column = 0; column < header.size(); column++) {
            grid.addNewGridCol().setW(BigInteger.valueOf(width(column, header.size())));
        }
        row(table, 0, header);
        table.getRow(0).setRepeatHeader(true);
        return table;
    }

    private static void row(XWPFTable table, int row, List<String> texts) {
        table.getRow(row).setCantSplitRow(true);
        for (int column = 0; column < texts.size(); column++) {
            XWPFTableCell cell = table.getRow(row).getCell(column);
            cell.setWidth(Integer.toString(width(column, texts.size())));
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            XWPFParagraph paragraph = cell.getParagraphArray(0);
            paragraph.setAlignment(ParagraphAlignment.CENTER);
            List<String> lines = texts.get(column).lines().toList();
            XWPFRun run = text(paragraph, lines.get(0), FANGSONG, 9);
            for (String line : lines.subList(1, lines.size())) {
                run.addBreak();
                run = text(paragraph, line, FANGSONG, 9);
            }
        }
    }

    private static int width(int column, int columns) {
        return column == 0 ? FIRST_WIDTH : (TEXT_WIDTH - FIRST_WIDTH) / (columns - 1);
    }

    private XWPFParagraph paragraph(ParagraphAlignment alignment, int firstLine) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(alignment);
        paragraph.setIndentationFirstLine(firstLine);
        paragraph.setSpacingBetween(1.5, LineSpacingRule.AUTO);
        return paragraph;
    }

    private static XWPFRun text(XWPFParagraph paragraph, String text, String font, int points) {
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
        run.setFontFamily("Times New Roman", XWPFRun.FontCharRange.ascii);
        run.setFontFamily("Times New Roman", XWPFRun.FontCharRange.hAnsi);
        run.setFontSize(points);
        return run;
    }

    private byte[] bytes() {
        try {
            PackagePart part = document.getPackage()
                    .createPart(
                            PackagingURIHelper.createPartName("/word/fontTable.xml"),
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml");
            try (OutputStream out = part.getOutputStream()) {
                out.write(FONTS.getBytes(StandardCharsets.UTF_8));
            }
            document.getPackagePart()
                    .addRelationship(
                            part.getPartName(),
                            TargetMode.INTERNAL,
                            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
