package io.bihuan.hazard.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TemplatesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^}]+)}}");
    private static final Pattern OF_A_PAGE = Pattern.compile("fields\\.get\\('([^']+)'\\)");
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `\\{\\{([^}]+)}}` \\|");

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aShippedTemplateIsWhatItsWriterWrites(Kind kind) {
        assertThat(Docx.xml(shipped(kind))).isEqualTo(Docx.xml(TemplateWriter.template(kind)));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theWordFileAndThePageAskForTheSame(Kind kind) {
        assertThat(matches(OF_A_PAGE, page(kind.template()) + page("sheet")))
                .isEqualTo(matches(PLACEHOLDER, Docx.text(shipped(kind))));
    }

    @Test
    void everyPlaceholderIsDocumentedAndEveryDocumentedOneIsUsed() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Kind kind : Kind.values()) {
            used.addAll(matches(PLACEHOLDER, Docx.text(shipped(kind))));
        }
        String guide = Files.readString(Path.of("../docs/document-templates.md"));

        assertThat(matches(DOCUMENTED, guide)).isEqualTo(used);
        assertThat(guide).contains("rectification-notice.docx", "reinspection-opinion.docx", "supervision-notice.docx");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aShippedTemplateHasTheFontsOfOfficialDocuments(Kind kind) {
        assertThat(Docx.xml(shipped(kind))).contains("w:eastAsia=\"仿宋_GB2312\"", "w:eastAsia=\"宋体\"");
    }

    @Test
    void anOfficesOwnTemplateTakesThePlaceOfTheShippedOneAndIsReadAnewWhenItChanges(@TempDir Path folder)
            throws IOException {
        Word word = new Word(new Templates(Optional.of(folder)));
        Paper paper = new Paper(Kind.RECTIFICATION_NOTICE, "1号", Map.of("编号", "1号", "责任单位", "某餐馆"));
        assertThat(Docx.text(written(word, paper))).contains("限期整改通知书", "编号：1号");

        own(folder, "某区整改单 {{编号}} {{无此项}}");
        assertThat(Docx.text(written(word, paper))).contains("某区整改单 1号 {{无此项}}");
        own(folder, "某区限期整改令 {{编号}}");
        assertThat(Docx.text(written(word, paper))).contains("某区限期整改令 1号");

        Files.writeString(folder.resolve("rectification-notice.docx"), "not a Word file");
        assertThatThrownBy(() -> written(word, paper)).hasMessageContaining("rectification-notice.docx");
    }

    @Test
    void aPlaceholderInATextIsText() {
        Word word = new Word(new Templates(Optional.empty()));
        Paper paper = new Paper(
                Kind.RECTIFICATION_NOTICE, "1号", Map.of("编号", "1号", "隐患描述", "{{责任单位}} {{?编号}}{{/编号}} {{@图}}\n第二行"));

        assertThat(Docx.text(written(word, paper))).contains("{{责任单位}} {{?编号}}{{/编号}} {{@图}}\n第二行");
    }

    private static void own(Path folder, String text) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText(text);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            Files.write(folder.resolve("rectification-notice.docx"), out.toByteArray());
        }
    }

    private static byte[] written(Word word, Paper paper) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        word.write(paper, out);
        return out.toByteArray();
    }

    private static Set<String> matches(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        pattern.matcher(text).results().forEach(match -> found.add(match.group(1)));
        return found;
    }

    private static String page(String name) {
        return new String(resource("/templates/documents/" + name + ".html"), StandardCharsets.UTF_8);
    }

    private static byte[] shipped(Kind kind) {
        return resource("/documents/" + kind.template() + ".docx");
    }

    private static byte[] resource(String name) {
        try (InputStream in = TemplatesTest.class.getResourceAsStream(name)) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
