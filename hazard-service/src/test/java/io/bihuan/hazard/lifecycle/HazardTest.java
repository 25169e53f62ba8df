package io.bihuan.hazard.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bihuan.hazard.lifecycle.HazardEvent.Found;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HazardTest {

    private static final Instant FOUND = Instant.parse("2026-05-03T02:15:00Z");
    private static final Instant DUE = Instant.parse("2026-05-10T16:00:00Z");
    private static final Occasion LATER = Occasion.live(FOUND.plusSeconds(3600), null);

    @Test
    void aLifeFromFoundToClosedIsFiveStepsWithOneReturn() {
        Hazard hazard = found();
        hazard.assign(order(DUE), null, LATER);
        hazard.rectify("装好", List.of(), LATER);
        hazard.sendBack("高度不对", new Deadline(DUE.plusSeconds(86_400), 1), null, LATER);
        hazard.rectify("重新装好", List.of(), LATER);
        hazard.close(new Closing("复查合格", Doer.told("检查人员乙"), null, false), null, LATER);

        assertThat(hazard.status()).isEqualTo(Status.CLOSED);
        assertThat(hazard.version()).isEqualTo(6);
        assertThat(hazard.returns()).isEqualTo(1);
        assertThat(hazard.closedAt()).isEqualTo(LATER.at());
    }

    @Test
    void aReturnForgetsTheRectificationAndSetsTheNewDeadline() {
        Hazard hazard = found();
        hazard.assign(order(DUE), null, LATER);
        hazard.rectify("装好", List.of(), LATER);

        HazardEvent.Returned returned = hazard.sendBack("高度不对", new Deadline(DUE.plusSeconds(60), 1), null, LATER);

        assertThat(returned).isEqualTo(new HazardEvent.Returned("高度不对", null, 1, 1));
        assertThat(hazard.rectifiedAt()).isNull();
        assertThat(hazard.dueAt()).isEqualTo(DUE.plusSeconds(60));
    }

    @Test
    void anIllegalStepChangesNothing() {
        Hazard hazard = found();

        assertThatThrownBy(() -> hazard.close(new Closing("复查合格", null, null, false), null, LATER))
                .isInstanceOf(IllegalStep.class);

        assertThat(hazard.status()).isEqualTo(Status.FOUND);
        assertThat(hazard.version()).isEqualTo(1);
        assertThat(hazard.opinion()).isNull();
    }

    @Test
    void overdueBeginsStrictlyAfterTheDeadlineAndEndsWithTheRectification() {
        Hazard hazard = found();
        assertThat(hazard.overdue(DUE.plusSeconds(1))).isFalse();
        hazard.assign(order(DUE), null, LATER);

        assertThat(hazard.overdue(DUE)).isFalse();
        assertThat(hazard.overdue(DUE.plusNanos(1))).isTrue();

        hazard.rectify("装好", List.of(), LATER);
        assertThat(hazard.overdue(DUE.plusNanos(1))).isFalse();
    }

    @Test
    void aStepReportedLaterMayNotLieBeforeTheOneItFollows() {
        Hazard hazard = found();
        hazard.assign(order(DUE), null, LATER);
        Occasion before = new Occasion(LATER.at().minusSeconds(1), LATER.at().plusSeconds(60), null);

        assertThatThrownBy(() -> hazard.rectify("装好", List.of(), before)).isInstanceOf(StepTooEarly.class);

        assertThat(hazard.status()).isEqualTo(Status.ASSIGNED);
    }

    @Test
    void liveStepsFollowEachOtherEvenWhenTwoMachinesClocksDisagree() {
        Hazard hazard = found();
        hazard.assign(order(DUE), null, LATER);

        hazard.rectify("装好", List.of(), Occasion.live(LATER.at().minusMillis(5), null));

        assertThat(hazard.status()).isEqualTo(Status.RECTIFIED);
    }

    private static Order order(Instant dueAt) {
        return new Order(
                new Unit(null, "城东区某餐馆"),
                new Responsible("餐馆负责人", "13900000000"),
                new Deadline(dueAt, null),
                "安装报警器",
                null,
                null,
                null);
    }

    private static Hazard found() {
        return Hazard.found(
                new UUID(1, 1),
                "630102-2026-000001",
                "630102",
                Grade.SERIOUS,
                Category.COMMERCIAL_USE,
                Source.INSPECTION,
                new Found("未装报警器", null, null, null, null, null, null, null, null, null, null, null, null, null),
                Occasion.live(FOUND, null));
    }
}
