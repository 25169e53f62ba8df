package io.bihuan.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class AnswerTest {

    private static final Instant NOW = Instant.parse("2026-05-09T00:30:00Z");
    private static final RandomGenerator RANDOM = new Random(20260509);

    @Test
    void anAcceptedMessageIsHandedOver() {
        var answer = answer(first(), new Handover.Accepted(List.of("G-1")));

        assertThat(answer.state()).isEqualTo(MessageState.ACCEPTED);
        assertThat(answer.gatewayIds()).containsExactly("G-1");
        assertThat(answer.handedOverAt()).isEqualTo(NOW);
        assertThat(answer.nextAttemptAt()).isNull();
    }

    @Test
    void aRefusedMessageHasFailedAndIsNotTriedAgain() {
        var answer = answer(first(), new Handover.Refused("400"));

        assertThat(answer.state()).isEqualTo(MessageState.FAILED);
        assertThat(answer.failure()).isEqualTo("400");
        assertThat(answer.nextAttemptAt()).isNull();
    }

    @Test
    void aMessageThatWasNotTakenWaitsForAnotherTry() {
        var answer = answer(first(), new Handover.NotTaken("503"));

        assertThat(answer.state()).isEqualTo(MessageState.QUEUED);
        assertThat(answer.nextAttemptAt()).isBetween(NOW.plusMillis(500), NOW.plusMillis(1000));
    }

    @Test
    void aMessageThatWasNotAnsweredIsUnknownAndAskedAgain() {
        var answer = answer(first(), new Handover.Unclear("cut"));

        assertThat(answer.state()).isEqualTo(MessageState.UNKNOWN);
        assertThat(answer.nextAttemptAt()).isAfter(NOW);
    }

    @Test
    void aMessageThatWasOnceNotAnsweredStaysUnknownUntilItIs() {
        var answer = answer(parcel(2, true, NOW.plusSeconds(60)), new Handover.NotTaken("503"));

        assertThat(answer.state()).isEqualTo(MessageState.UNKNOWN);
        assertThat(answer.nextAttemptAt()).isAfter(NOW);
    }

    @Test
    void afterADayOfFailuresTheLastOneStands() {
        assertThat(answer(parcel(300, false, NOW), new Handover.NotTaken("503")))
                .extracting(Answer::state, Answer::nextAttemptAt, Answer::failure)
                .containsExactly(MessageState.FAILED, null, "503");
        assertThat(answer(parcel(300, true, NOW), new Handover.NotTaken("503")))
                .extracting(Answer::state, Answer::nextAttemptAt)
                .containsExactly(MessageState.UNKNOWN, null);
    }

    @Test
    void theWaitDoublesUpToFiveMinutesAndIsNeverTheSameForAll() {
        for (int attempts = 1; attempts < 100; attempts++) {
            var whole = Duration.ofMillis(Math.min(1000L << Math.min(attempts - 1, 20), 300_000));
            assertThat(Backoff.after(attempts, RANDOM)).isBetween(whole.dividedBy(2), whole);
        }
        assertThat(RANDOM.ints(50).mapToObj(any -> Backoff.after(10, RANDOM)).distinct())
                .hasSizeGreaterThan(40);
    }

    @Test
    void whatMayHaveGoneOutToAGatewayThatKnowsNoMessagesIsNeverHandedOverAgain() {
        var answer = Answer.to(first(), "smpp", false, new Handover.Unclear("cut", List.of("part 1")), NOW, RANDOM);

        assertThat(answer.state()).isEqualTo(MessageState.UNKNOWN);
        assertThat(answer.nextAttemptAt()).isNull();
        assertThat(answer.gatewayIds()).containsExactly("part 1");
    }

    private static Answer answer(Parcel parcel, Handover handover) {
        return Answer.to(parcel, "http", true, handover, NOW, RANDOM);
    }

    private static Parcel first() {
        return parcel(1, false, NOW.plusSeconds(3600));
    }

    private static Parcel parcel(int attempts, boolean unknown, Instant giveUpAt) {
        return new Parcel(new UUID(7, 7), "13900000000", "【闭环】", attempts, unknown, giveUpAt, NOW);
    }
}
