package io.bihuan.hazard.lifecycle;

import static io.bihuan.hazard.lifecycle.Status.ASSIGNED;
import static io.bihuan.hazard.lifecycle.Status.CLOSED;
import static io.bihuan.hazard.lifecycle.Status.FOUND;
import static io.bihuan.hazard.lifecycle.Status.RECTIFIED;
import static io.bihuan.hazard.lifecycle.Step.ASSIGN;
import static io.bihuan.hazard.lifecycle.Step.CLOSE;
import static io.bihuan.hazard.lifecycle.Step.RECTIFY;
import static io.bihuan.hazard.lifecycle.Step.RETURN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StepTest {

    /** The legal steps, by hand from the glossary's section 3; every pair that is missing here is illegal. */
    private static final Map<Status, Map<Step, Status>> LEGAL = Map.of(
            FOUND, Map.of(ASSIGN, ASSIGNED),
            ASSIGNED, Map.of(RECTIFY, RECTIFIED),
            RECTIFIED, Map.of(CLOSE, CLOSED, RETURN, ASSIGNED),
            CLOSED, Map.of());

    static Stream<Arguments> everyPair() {
        return Arrays.stream(Status.values())
                .flatMap(status -> Arrays.stream(Step.values()).map(step -> Arguments.of(status, step)));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void everyStepIsLegalExactlyWhereTheGlossarySaysSo(Status status, Step step) {
        Status expected = LEGAL.getOrDefault(status, Map.of()).get(step);
        if (expected != null) {
            assertThat(step.from(status)).isEqualTo(expected);
            assertThat(status.nextActions()).contains(step.action());
        } else {
            assertThatThrownBy(() -> step.from(status)).isInstanceOfSatisfying(IllegalStep.class, refused -> {
                assertThat(refused.status()).isEqualTo(status);
                assertThat(refused.step()).isEqualTo(step);
            });
            assertThat(status.nextActions()).doesNotContain(step.action());
        }
    }

    @Test
    void theTableOfThisTestKnowsEveryStatus() {
        assertThat(LEGAL).containsOnlyKeys(Status.values());
    }
}
