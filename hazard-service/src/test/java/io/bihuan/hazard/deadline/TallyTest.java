package io.bihuan.hazard.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.bihuan.hazard.deadline.Trial.Move;
import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Grade;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final Instant NOW = Instant.parse("2026-05-03T02:00:00Z");

    private final Tally tally = new Tally(NOW);

    @Test
    void whatMovesIsCountedByItsDirection() {
        move(1, 10, 3);
        move(2, 10, -3);
        move(3, 10, 0);
        tally.notDatable(2027);

        Trial trial = tally.trial();
        assertThat(trial.checked()).isEqualTo(4);
        assertThat(trial.later()).isEqualTo(1);
        assertThat(trial.earlier()).isEqualTo(1);
        assertThat(trial.unchanged()).isEqualTo(1);
        assertThat(trial.notDatable()).isEqualTo(1);
        assertThat(trial.missingCalendars()).containsExactly(2027);
        assertThat(trial.moves()).extracting(Move::number).containsExactly("1", "2");
    }

    @Test
    void overdueAtOnceIsWhatIsNotOverdueNow() {
        move(1, 2, -3); // due in two days, would have been yesterday
        move(2, -1, -3); // overdue already
        move(3, 5, -3); // would still have time
        assertThat(tally.trial().overdueAtOnce()).isEqualTo(1);
    }

    @Test
    void onlyTheFurthestAreNamedHoweverManyMove() {
        for (int i = 1; i <= 2000; i++) {
            move(i, 10, i % 2 == 0 ? i : -i);
        }
        Trial trial = tally.trial();
        assertThat(trial.later() + trial.earlier()).isEqualTo(2000);
        assertThat(trial.moves()).hasSize(500);
        assertThat(trial.moves().get(0).number()).isEqualTo("2000");
        assertThat(trial.moves().get(499).number()).isEqualTo("1501");
    }

    private void move(int number, int dueInDays, int byDays) {
        Instant due = NOW.plus(Duration.ofDays(dueInDays));
        tally.datable(
                new OpenHazard(
                        new UUID(0, number),
                        Integer.toString(number),
                        "630102",
                        Grade.GENERAL,
                        Category.STATION,
                        NOW,
                        due),
                due.plus(Duration.ofDays(byDays)));
    }
}
