package io.bihuan.hazard.documents;

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
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;

/**
 * Writes the shipped Word templates, so that a change of them can be read as text: the layout of official documents
 * (GB/T 9704) with placeholders where {@link Draft} has something to say. Run it after changing one.
 */
final class TemplateWriter {

    private static final String SONG = "宋体";
    private static final String FANGSONG = "仿宋_GB2312";
    private static final int MILLIMETRE = 57;
    private static final int TEXT_WIDTH = 156 * MILLIMETRE;
    private static final int LABEL_WIDTH = 28 * MILLIMETRE;

    /** What a reader takes whose machine lacks the fonts that Chinese offices have. */
    private static final String FONTS = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:font w:name="仿宋_GB2312">\
            <w:altName w:val="仿宋"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font><w:font w:name="宋体">\
            <w:altName w:val="SimSun"/><w:charset w:val="86"/><w:family w:val="roman"/></w:font></w:fonts>""";

    private final XWPFDocument document = new XWPFDocument();

    private TemplateWriter() {}

    /** @param arguments the folder that holds the templates */
    public static void main(String... arguments) throws IOException {
        for (Kind kind : Kind.values()) {
            Files.write(Path.of(arguments[0]).resolve(kind.template() + ".docx"), template(kind));
        }
    }

    static byte[] template(Kind kind) {
        TemplateWriter writer = new TemplateWriter();
        writer.page();
        writer.head(kind);
        switch (kind) {
            case RECTIFICATION_NOTICE -> writer.rectificationNotice();
            case REINSPECTION_OPINION -> writer.reinspectionOpinion();
            case SUPERVISION_NOTICE -> writer.supervisionNotice();
        }
        return writer.bytes();
    }

    private void rectificationNotice() {
        body("经检查，你单位存在下列安全隐患。现责令你单位于{{整改期限}}前整改到位，并将整改结果报我单位复查。"
                + "整改期间应当落实临时管控措施，不能保证安全的，立即停止使用。逾期未整改或者整改不到位的，将依法依规处理。");
        table(
                List.of("隐患编号", "检查日期"),
                List.of("检查对象", "行政区划"),
                List.of("地址"),
                List.of("隐患等级", "隐患类别"),
                List.of("隐患来源", "检查项"),
                List.of("隐患描述"),
                List.of("事由"));
        body("整改应当做到措施、责任、资金、时限、预案五到位：");
        table(List.of("整改措施"), List.of("责任人", "联系电话"), List.of("整改资金", "整改期限"), List.of("应急预案"), List.of("临时管控措施"));
        line("检查人员：{{检查人员}}　　签字：＿＿＿＿＿＿＿＿");
        line("见证人：{{见证人}}　　签字：＿＿＿＿＿＿＿＿");
        foot("本通知书一式两份，一份送达责任单位，一份存档。");
    }

    private void reinspectionOpinion() {
        body("你单位隐患（编号：{{隐患编号}}）的整改情况已经复查，意见如下。");
        table(
                List.of("检查对象", "行政区划"),
                List.of("地址"),
                List.of("隐患等级", "隐患类别"),
                List.of("隐患描述"),
                List.of("整改情况"),
                List.of("整改人", "整改日期"),
                List.of("复查意见"),
                List.of("复查结论"));
        line("复查人员：{{复查人员}}　　签字：＿＿＿＿＿＿＿＿");
        line("审批人：{{审批人}}　　签字：＿＿＿＿＿＿＿＿");
        foot("本意见书一式两份，一份送达责任单位，一份存档。");
    }

    private void supervisionNotice() {
        body("你单位下列安全隐患自即日起由{{督办级别}}挂牌督办。请立即落实临时管控措施，制定整改方案，" + "做到措施、责任、资金、时限、预案五到位，按期整改销号。整改完成并经复查销号后解除督办。");
        table(
                List.of("隐患编号", "督办级别"),
                List.of("检查对象", "行政区划"),
                List.of("地址"),
                List.of("隐患等级", "隐患类别"),
                List.of("隐患描述"),
                List.of("整改措施"),
                List.of("责任人", "联系电话"),
                List.of("整改资金", "整改期限"),
                List.of("应急预案"),
                List.of("临时管控措施"));
        line("督办单位经办人：＿＿＿＿＿＿＿＿　　联系电话：＿＿＿＿＿＿＿＿");
        foot("本通知书一式三份，一份送达责任单位，一份抄送行业主管部门，一份存档。");
    }

    private void page() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11906));
        size.setH(BigInteger.valueOf(16838));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(37L * MILLIMETRE));
        margins.setBottom(BigInteger.valueOf(35L * MILLIMETRE));
        margins.setLeft(BigInteger.valueOf(28L * MILLIMETRE));
        margins.setRight(BigInteger.valueOf(26L * MILLIMETRE));
        document.getProperties().getCoreProperties().setCreated(Optional.of(Date.from(Instant.EPOCH)));
    }

    private void head(Kind kind) {
        XWPFParagraph title = paragraph(ParagraphAlignment.CENTER, 0);
        title.setSpacingAfter(240);
        text(title, kind.title(), SONG, 22).setBold(true);
        XWPFParagraph number = paragraph(ParagraphAlignment.RIGHT, 0);
        number.setSpacingAfter(240);
        text(number, "编号：{{编号}}", FANGSONG, 14);
        text(paragraph(ParagraphAlignment.LEFT, 0), "{{责任单位}}：", FANGSONG, 16);
    }

    private void body(String text) {
        text(paragraph(ParagraphAlignment.BOTH, 640), text, FANGSONG, 16);
    }

    private void line(String text) {
        XWPFParagraph line = paragraph(ParagraphAlignment.LEFT, 0);
        line.setSpacingBefore(120);
        text(line, text, FANGSONG, 14);
    }

    private void foot(String copies) {
        line("责任单位签收人：＿＿＿＿＿＿＿＿　　签收日期：＿＿＿＿年＿＿月＿＿日");
        for (String text : List.of("（盖章）", "{{签发日期}}")) {
            XWPFParagraph seal = paragraph(ParagraphAlignment.RIGHT, 0);
            seal.setIndentationRight(640);
            seal.setKeepNext(true);
            text(seal, text, FANGSONG, 16);
        }
        XWPFParagraph last = paragraph(ParagraphAlignment.LEFT, 0);
        last.setSpacingBefore(240);
        text(last, copies, FANGSONG, 10);
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

    /** Four columns: label, text, label, text; a row with one label spans them with its text. */
    @SafeVarargs
    private void table(List<String>... rows) {
        XWPFTable table = document.createTable(rows.length, 4);
        table.setWidth(TEXT_WIDTH);
        int textWidth = TEXT_WIDTH / 2 - LABEL_WIDTH;
        CTTblGrid grid = table.getCTTbl().addNewTblGrid();
        for (int width : new int[] {LABEL_WIDTH, textWidth, LABEL_WIDTH, textWidth}) {
            grid.addNewGridCol().setW(BigInteger.valueOf(width));
        }
        for (int i = 0; i < rows.length; i++) {
            XWPFTableRow row = table.getRow(i);
            row.setCantSplitRow(false);
            for (int j = 0; j < rows[i].size(); j++) {
                String label = rows[i].get(j);
                cell(row.getCell(2 * j), LABEL_WIDTH, label, ParagraphAlignment.CENTER);
                cell(row.getCell(2 * j + 1), textWidth, "{{" + placeholder(label) + "}}", ParagraphAlignment.LEFT);
            }
            if (rows[i].size() == 1) {
                spanned(row, TEXT_WIDTH - LABEL_WIDTH);
            }
        }
        document.createParagraph().setSpacingBetween(0.5, LineSpacingRule.AUTO);
    }

    private static void spanned(XWPFTableRow row, int width) {
        row.getCell(1).setWidth(Integer.toString(width));
        row.getCell(1).getCTTc().getTcPr().addNewGridSpan().setVal(BigInteger.valueOf(3));
        row.removeCell(3);
        row.removeCell(2);
    }

    private static String placeholder(String label) {
        return switch (label) {
            case "行政区划" -> "区划";
            case "联系电话" -> "责任人电话";
            default -> label;
        };
    }

    private static void cell(XWPFTableCell cell, int width, String text, ParagraphAlignment alignment) {
        cell.setWidth(Integer.toString(width));
        cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
        XWPFParagraph paragraph = cell.getParagraphArray(0);
        paragraph.setAlignment(alignment);
        text(paragraph, text, FANGSONG, 12);
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
