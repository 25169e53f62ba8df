package io.bihuan.reporting.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bihuan.reporting.facts.RollUp;
import io.bihuan.reporting.statistics.Figures;
import io.bihuan.reporting.statistics.Period;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TemplatesTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant MOMENT = Instant.parse("2026-05-01T09:00:00Z");

    @ParameterizedTest
    @EnumSource(Language.class)
    void aShippedTemplateIsWhatItsWriterWrites(Language language) throws IOException {
        assertThat(Docx.xml(shipped(language))).isEqualTo(Docx.xml(TemplateWriter.template(language)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void nothingIsLeftOpenInAShippedTemplate(Language language) {
        byte[] written = word(Optional.empty()).write(paper(language, "城东区", "全年无事。"));
        assertThat(Docx.text(written)).doesNotContain("{{", "}}", "[", "]").contains("城东区", "全年无事。");
    }

    @Test
    void everyPlaceholderOfTheShippedTemplatesIsDocumented() throws IOException {
        String guide = Files.readString(Path.of("../docs/briefings.md"));
        for (Language language : Language.values()) {
            Pattern.compile("\\{\\{[^}]+}}|\\[[a-zA-Z0-9]+]")
                    .matcher(Docx.text(shipped(language)))
                    .results()
                    .map(found -> found.group().replaceFirst("total\\.\\w+", "total.found"))
                    .map(found ->
                            found.matches("\\[(?!district|measure|now|previous|yearBefore).*") ? "[found]" : found)
                    .forEach(placeholder -> assertThat(guide).contains("`" + placeholder + "`"));
        }
    }

    @Test
    void anOfficesOwnTemplateTakesThePlaceOfTheShippedOneAndIsReadAnewWhenItChanges(@TempDir Path folder)
            throws IOException {
        Word word = word(Optional.of(folder));
        Paper paper = paper(Language.ZH, "城东区", "某事。");
        assertThat(Docx.text(word.write(paper))).contains("一、总体情况");

        own(folder, "本区简报 {{printedNumber}} {{total.found}} {{nosuch}}");
        assertThat(Docx.text(word.write(paper))).contains("本区简报 （草稿） 3 {{nosuch}}");

        Files.writeString(folder.resolve("briefing.docx"), "not a Word file");
        assertThatThrownBy(() -> word.write(paper))
                .isInstanceOf(BrokenTemplate.class)
                .hasMessageContaining("briefing.docx");
    }

    @Test
    void aPlaceholderInATextOrANameIsText() {
        String hostile = "{{total.found}} [found] {{?items}}{{/items}} {{@x}} <w:p/> &amp;";
        byte[] written = word(Optional.empty()).write(paper(Language.ZH, hostile, hostile + "\n=1+1"));
        assertThat(Docx.text(written)).contains(hostile + "\n=1+1");
        assertThat(Docx.table(written, 2).get(1).get(0)).isEqualTo(hostile);
    }

    static Paper paper(Language language, String name, String overview) {
        Subject subject = new Subject("630102", Period.week(LocalDate.parse("2026-05-01")), language);
        Figures figures = figures(3);
        RollUp rollUp = new RollUp(List.of(new RollUp.Part("630102001", name, figures)), figures);
        Survey.Before before = new Survey.Before(subject.period().previous(), MOMENT, Figures.NONE);
        Survey survey = new Survey(subject, name, MOMENT, rollUp, Figures.NONE, rollUp, before, before);
        Briefing draft = new Briefing(
                new UUID(0, 1), subject, new Text(overview, null, null, null), 1, MOMENT, null, null, null);
        return Paper.of(draft, survey, ZONE);
    }

    /** Whatever measures there are, the counts are this many. */
    private static Figures figures(long count) {
        try {
            var components = Figures.class.getRecordComponents();
            Class<?>[] types = new Class<?>[components.length];
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = types[i] == long.class ? (Object) count : new BigDecimal("0.5000");
            }
            return Figures.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Word word(Optional<Path> folder) {
        return new Word(new Templates(folder), ZONE);
    }

    private static void own(Path folder, String text) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText(text);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            Files.write(folder.resolve("briefing.docx"), out.toByteArray());
        }
    }

    private static byte[] shipped(Language language) {
        String name = language == Language.ZH ? "briefing.docx" : "briefing_en.docx";
        try (InputStream in = Objects.requireNonNull(TemplatesTest.class.getResourceAsStream("/briefings/" + name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
