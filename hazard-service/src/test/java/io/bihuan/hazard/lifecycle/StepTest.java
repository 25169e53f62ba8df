package io.bihuan.hazard.lifecycle;

import static io.bihuan.hazard.lifecycle.Status.ASSIGNED;
import static io.bihuan.hazard.lifecycle.Status.CLOSED;
import static io.bihuan.hazard.lifecycle.Status.FOUND;
import static io.bihuan.hazard.lifecycle.Status.MERGED;
import static io.bihuan.hazard.lifecycle.Status.RECTIFIED;
import static io.bihuan.hazard.lifecycle.Status.VOIDED;
import static io.bihuan.hazard.lifecycle.Step.ASSIGN;
import static io.bihuan.hazard.lifecycle.Step.CLOSE;
import static io.bihuan.hazard.lifecycle.Step.DECIDE_EXTENSION;
import static io.bihuan.hazard.lifecycle.Step.MERGE;
import static io.bihuan.hazard.lifecycle.Step.RECTIFY;
import static io.bihuan.hazard.lifecycle.Step.REGRADE;
import static io.bihuan.hazard.lifecycle.Step.REINSPECT;
import static io.bihuan.hazard.lifecycle.Step.REOPEN;
import static io.bihuan.hazard.lifecycle.Step.REQUEST_EXTENSION;
import static io.bihuan.hazard.lifecycle.Step.RETURN;
import static io.bihuan.hazard.lifecycle.Step.SUPERVISE;
import static io.bihuan.hazard.lifecycle.Step.TRANSFER;
import static io.bihuan.hazard.lifecycle.Step.VOID;
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
            FOUND,
            Map.of(ASSIGN, ASSIGNED, REGRADE, FOUND, SUPERVISE, FOUND, MERGE, MERGED, VOID, VOIDED),
            ASSIGNED,
            Map.of(
                    RECTIFY, RECTIFIED,
                    REQUEST_EXTENSION, ASSIGNED,
                    DECIDE_EXTENSION, ASSIGNED,
                    TRANSFER, ASSIGNED,
                    REGRADE, ASSIGNED,
                    SUPERVISE, ASSIGNED,
                    MERGE, MERGED),
            RECTIFIED,
            Map.of(REINSPECT, RECTIFIED, CLOSE, CLOSED, RETURN, ASSIGNED, REGRADE, RECTIFIED, SUPERVISE, RECTIFIED),
            CLOSED,
            Map.of(REOPEN, ASSIGNED),
            MERGED,
            Map.of(),
            VOIDED,
            Map.of());

    static Stream<Arguments> everyPair() {
        return Arrays.stream(Status.values())
                .flatMap(status -> Arrays.stream(Step.values()).map(step -> Arguments.of(status, step)));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void everyStepIsLegalExactlyWhereTheGlossarySaysSo(Status status, Step step) {
        Status expected = LEGAL.getOrDefault(status, Map.of()).get(step);

        assertThat(step.mayFollow(status)).isEqualTo(expected != null);
        if (expected != null) {
            assertThat(step.from(status)).isEqualTo(expected);
        } else {
            assertThatThrownBy(() -> step.from(status)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theTableOfThisTestKnowsEveryStatus() {
        assertThat(LEGAL).containsOnlyKeys(Status.values());
    }

    @Test
    void noTwoStepsAreCalledTheSame() {
        assertThat(Step.values()).extracting(Step::action).doesNotHaveDuplicates();
    }
}
