package io.bihuan.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.bihuan.reporting.statistics.Category;
import io.bihuan.reporting.statistics.Grade;
import io.bihuan.reporting.statistics.Source;
import io.bihuan.reporting.statistics.Standing;
import io.bihuan.reporting.statistics.Status;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How steps, and time alone, make the stretches of a hazard's life. */
class LifeTest {

    private static final UUID HAZARD = UUID.fromString("0199f3a0-5b7c-7d11-9a3e-4f60a1c2d3e4");
    private static final Boundaries NO_MOVES = new Boundaries(List.of());
    private static final Instant MAY_1 = Instant.parse("2026-05-01T00:00:00Z");
    private static final Instant MAY_2 = Instant.parse("2026-05-02T00:00:00Z");
    private static final Instant MAY_9 = Instant.parse("2026-05-09T00:00:00Z");
    private static final Instant MAY_12 = Instant.parse("2026-05-12T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

    private final Step found = step(1, "hazard.found", Status.FOUND, MAY_1, null);
    private final Step assigned = step(2, "hazard.assigned", Status.ASSIGNED, MAY_2, MAY_9);

    @Test
    void aDeadlineThatPassesBeginsAStretchInWhichItIsLate() {
        List<Standing> life = Life.of(List.of(found, assigned), null, NO_MOVES, JUNE);

        assertThat(life).extracting(Standing::at).containsExactly(MAY_1, MAY_2, MAY_9.plusNanos(1_000));
        assertThat(life).extracting(Standing::late).containsExactly(false, false, true);
        assertThat(life).extracting(Standing::until).containsExactly(MAY_2, MAY_9.plusNanos(1_000), null);
    }

    @Test
    void aDeadlineThatHasNotPassedDoesNot() {
        List<Standing> life = Life.of(List.of(found, assigned), null, NO_MOVES, MAY_9);

        assertThat(life).hasSize(2);
        assertThat(life.get(1).lateFrom()).isEqualTo(MAY_9.plusNanos(1_000));
    }

    @Test
    void whatIsRectifiedLateWasOverdueAndIsNotLateAnyMore() {
        List<Standing> life = Life.of(
                List.of(found, assigned, step(3, "hazard.rectified", Status.RECTIFIED, MAY_12, MAY_9)),
                null,
                NO_MOVES,
                JUNE);

        Standing last = life.get(life.size() - 1);
        assertThat(last.late()).isFalse();
        assertThat(last.overdueBefore()).isTrue();
        assertThat(last.inTime()).isFalse();
    }

    @Test
    void anEscalationBeginsAStretch() {
        List<Standing> life = Life.of(List.of(found, assigned), MAY_12, NO_MOVES, JUNE);

        assertThat(life).extracting(Standing::escalated).containsExactly(false, false, false, true);
    }

    @Test
    void aStepThatSaysItHappenedBeforeTheOneItFollowsCountsFromThatOneOn() {
        List<Standing> life = Life.of(
                List.of(found, step(2, "hazard.assigned", Status.ASSIGNED, MAY_1.minusSeconds(60), MAY_9)),
                null,
                NO_MOVES,
                MAY_2);

        assertThat(life).extracting(Standing::at).containsExactly(MAY_1, MAY_1);
    }

    @Test
    void aNewBoundaryBeginsAStretchInTheNewDistrictAndLeavesThePastWhereItWas() {
        Boundaries moves = new Boundaries(List.of(new Move("630102", "630103", MAY_12)));

        List<Standing> life = Life.of(List.of(found), null, moves, JUNE);

        assertThat(life).extracting(Standing::district).containsExactly("630102001", "630103001");
        assertThat(life).extracting(Standing::at).containsExactly(MAY_1, MAY_12);
    }

    @Test
    void oneBoundaryCanMoveAfterTheOther() {
        Boundaries moves = new Boundaries(
                List.of(new Move("630102001", "630103009", MAY_2), new Move("630103", "630199", MAY_12)));

        List<Standing> life = Life.of(List.of(found), null, moves, JUNE);

        assertThat(life).extracting(Standing::district).containsExactly("630102001", "630103009", "630199009");
    }

    private static Step step(int version, String type, Status status, Instant at, @Nullable Instant dueAt) {
        return new Step(
                HAZARD,
                version,
                type,
                at,
                status,
                "630102001",
                Grade.SERIOUS,
                Category.PIPELINE,
                Source.INSPECTION,
                null,
                "某单位",
                null,
                1,
                dueAt,
                null,
                false,
                false);
    }
}
