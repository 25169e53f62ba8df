package io.bihuan.hazard.sheets;

import static io.bihuan.hazard.sheets.Sheets.csv;
import static io.bihuan.hazard.sheets.Sheets.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bihuan.hazard.Refusal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvReaderTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @Test
    void theCharsetIsToldByTheContent() {
        String text = "编号,问题\n1,燃气软管老化𠮷\n";
        for (SheetFile file : List.of(
                csv(text, StandardCharsets.UTF_8),
                csv("\uFEFF" + text, StandardCharsets.UTF_8),
                csv(text, GB18030),
                csv(text, StandardCharsets.UTF_16),
                csv("\uFEFF" + text, StandardCharsets.UTF_16LE))) {
            assertThat(lines(file))
                    .containsExactly(new Line(1, List.of("编号", "问题")), new Line(2, List.of("1", "燃气软管老化𠮷")));
        }
    }

    @Test
    void aBrokenCharacterMakesNoTextInUtf8OneInGb18030() {
        byte[] bytes = "编号,问题\n1,燃气软管老化\n".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 2] = 'x';

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> lines(Sheets.file(bytes)));
        assertThat(refusal.violations()).containsExactly(new Refusal.Violation("file", "sheet.charset", "UTF-8"));
    }

    @Test
    void theDelimiterIsToldByTheHeader() {
        for (String delimiter : List.of(",", ";", "\t")) {
            String text = String.join(delimiter, "编号", "\"问题,描述;\t,,,\"", "地址") + "\n"
                    + String.join(delimiter, "1", "a", "b");
            assertThat(lines(csv(text, StandardCharsets.UTF_8)).get(1).cells()).containsExactly("1", "a", "b");
        }
        assertThat(lines(csv("a,b;c\n", StandardCharsets.UTF_8), new Reading(null, ';', null))
                        .get(0)
                        .cells())
                .containsExactly("a,b", "c");
    }

    @Test
    void theApostropheThatKeepsATextFromBeingAFormulaIsTakenOff() {
        assertThat(lines(csv("'=1+1,''=1,'abc,-5,'-5\n", StandardCharsets.UTF_8))
                        .get(0)
                        .cells())
                .containsExactly("=1+1", "'=1", "'abc", "-5", "-5");
    }
}
