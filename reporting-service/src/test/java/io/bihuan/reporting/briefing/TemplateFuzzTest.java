package io.bihuan.reporting.briefing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Of templates that an office made itself. What begins like XML stands for a Word file's document, what begins like an archive
 * for the file, anything else for a paragraph.
 */
class TemplateFuzzTest {

    private static final String BODY =
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>%s</w:body></w:document>";

    @TempDir
    @SuppressWarnings("NullAway.Init") // filled by JUnit
    Path folder;

    static Stream<Arguments> templates() throws IOException {
        return Stream.of(
                template("{{title}} {{printedNumber}} {{total.found}} {{total.class}} {{nosuch}}", "某事。"),
                template("{{?items}}{{district}}{{/items}} {{overview}}", "{{?items}}{{/items}} [found]"),
                template("{{?items}}", "\0\uD83D\uFFFE<w:p/>&"),
                template("{{/items}}{{@overview}}", "/etc/passwd"),
                template("{{+title}}{{*overview}}", "http://localhost/x"),
                template("{{#items}}{{items}}{{=#this}}", "\r\n"),
                template("{{items}}[district]", "x"),
                template("{{total.found.getClass().forName('x')}} {{}} {{ {{title}} }}", ""),
                template(BODY.formatted("<w:p><w:r><w:t>{{ti</w:t></w:r><w:r><w:t>tle}}</w:t></w:r></w:p>"), "x"),
                template(
                        BODY.formatted(
                                "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{{items}}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"),
                        ""),
                template("<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + BODY.formatted("&a;"), ""),
                template("<w:document/>", ""),
                arguments(TemplateWriter.template(Language.ZH), "x"),
                template("PK\3\4", ""),
                template("", ""));
    }

    private static Arguments template(String text, String words) {
        return arguments(text.getBytes(UTF_8), words);
    }

    @MethodSource("templates")
    @FuzzTest
    void aBriefingIsWrittenForWordOrItsTemplateIsSaidToBeBroken(byte @NotNull [] template, @NotNull String words)
            throws IOException {
        Files.write(folder.resolve("briefing.docx"), file(template));
        Word word = new Word(new Templates(Optional.of(folder)), ZoneId.of("Asia/Shanghai"));
        byte[] written;
        try {
            written = word.write(TemplatesTest.paper(Language.ZH, words, words));
        } catch (BrokenTemplate broken) {
            return;
        }
        Docx.text(written);
    }

    private static byte[] file(byte[] template) throws IOException {
        String text = new String(template, UTF_8);
        if (text.startsWith("PK")) {
            return template;
        }
        return text.startsWith("<") ? around(template) : paragraph(text);
    }

    private static byte[] paragraph(String text) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText(text);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        }
    }

    /** A Word file with this document in place of its own. */
    private static byte[] around(byte[] document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(paragraph("x")));
                ZipOutputStream file = new ZipOutputStream(out)) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                file.putNextEntry(new ZipEntry(part.getName()));
                file.write(part.getName().equals("word/document.xml") ? document : parts.readAllBytes());
            }
        }
        return out.toByteArray();
    }
}
