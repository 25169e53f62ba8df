package io.bihuan.stack.season;

import static org.assertj.core.api.Assertions.assertThat;

import io.bihuan.stack.season.Script.Cue;
import io.bihuan.stack.season.Script.Move;
import io.bihuan.stack.season.Simulated.Which;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of hazards that are found live. */
class ScriptTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Season SEASON = Season.of(new Which(1, DAY), ShippedRegisters.read());
    private static final List<Script> SCRIPTS = drawn(7);

    @Test
    void theSameSeedDrawsTheSameScripts() {
        assertThat(drawn(7)).isEqualTo(SCRIPTS);
        assertThat(drawn(8)).isNotEqualTo(SCRIPTS);
    }

    @Test
    void whatIsClosedWasRectifiedAndWhatIsReturnedIsRectifiedAgain() {
        assertThat(SCRIPTS).allMatch(script -> moves(script)
                .matches("(ASSIGN( SUPERVISE)?( RECTIFY( SEND_BACK RECTIFY)?(( REINSPECT)? CLOSE)?)?)?"));
    }

    @Test
    void aMajorHazardIsSupervisedAndReInspectedBeforeItIsClosed() {
        assertThat(SCRIPTS)
                .filteredOn(script -> moves(script).endsWith("CLOSE"))
                .allMatch(script -> moves(script).contains("SUPERVISE") == isMajor(script)
                        && moves(script).contains("REINSPECT") == isMajor(script))
                .anyMatch(ScriptTest::isMajor);
    }

    @Test
    void whoIsLateRectifiesAfterTheDeadlineOrNotAtAll() {
        assertThat(SCRIPTS).filteredOn(Script::late).isNotEmpty().allMatch(script -> script.cues().stream()
                .filter(cue -> cue.move() == Move.RECTIFY)
                .findFirst()
                .map(cue -> cue.after().compareTo(Script.NEAR) > 0)
                .orElse(true));
    }

    @Test
    void mostIsClosedAndSomethingOfEveryKindIsLeftToDo() {
        assertThat(SCRIPTS.stream()
                        .filter(script -> moves(script).endsWith("CLOSE"))
                        .count())
                .isBetween(700L, 900L);
        assertThat(SCRIPTS)
                .extracting(ScriptTest::moves)
                .contains("", "ASSIGN", "ASSIGN RECTIFY", "ASSIGN RECTIFY SEND_BACK RECTIFY CLOSE");
    }

    private static boolean isMajor(Script script) {
        return script.finding().grade() == Grade.MAJOR;
    }

    private static String moves(Script script) {
        return String.join(
                " ", script.cues().stream().map(Cue::move).map(Move::name).toList());
    }

    private static List<Script> drawn(long seed) {
        var dice = new Dice(seed);
        return IntStream.range(0, 1000)
                .mapToObj(nth -> Script.draw(SEASON.findings().draw(DAY, true, dice), dice))
                .toList();
    }
}
