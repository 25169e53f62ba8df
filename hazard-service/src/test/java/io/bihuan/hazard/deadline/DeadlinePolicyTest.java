package io.bihuan.hazard.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bihuan.hazard.lifecycle.Grade;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinePolicyTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DeadlinePolicy POLICY = new DeadlinePolicy(
            1, Map.of(Grade.MAJOR, 30, Grade.SERIOUS, 15, Grade.GENERAL, 7, Grade.MINOR, 3), SHANGHAI);

    @ParameterizedTest
    @CsvSource({
        // assigned (UTC), grade, due (local midnight after the last day, UTC)
        "2026-05-03T02:40:00Z, MAJOR,   2026-06-02T16:00:00Z",
        "2026-05-03T02:40:00Z, SERIOUS, 2026-05-18T16:00:00Z",
        "2026-05-03T02:40:00Z, GENERAL, 2026-05-10T16:00:00Z",
        "2026-05-03T02:40:00Z, MINOR,   2026-05-06T16:00:00Z",
        // one minute before and at local midnight: two different local days
        "2026-05-03T15:59:00Z, MINOR,   2026-05-06T16:00:00Z",
        "2026-05-03T16:00:00Z, MINOR,   2026-05-07T16:00:00Z",
        // over the leap day
        "2028-02-27T02:00:00Z, MINOR,   2028-03-01T16:00:00Z"
    })
    void aGradesDaysEndAtMidnightLocalAfterTheLastOfThem(Instant assigned, Grade grade, Instant due) {
        assertThat(POLICY.date(grade, assigned).dueAt()).isEqualTo(due);
        assertThat(POLICY.date(grade, assigned).policyVersion()).isEqualTo(1);
    }

    @Test
    void noDaysMeansTheEndOfToday() {
        Instant due = DeadlinePolicy.endOfDay(Instant.parse("2026-05-03T02:40:00Z"), 0, SHANGHAI);
        assertThat(due).isEqualTo("2026-05-03T16:00:00Z");
    }

    @Test
    void aDayThatTheClocksMakeShorterStillEndsAtMidnight() {
        ZoneId newYork = ZoneId.of("America/New_York");
        Instant due = DeadlinePolicy.endOfDay(Instant.parse("2026-03-07T17:00:00Z"), 1, newYork);
        assertThat(due.atZone(newYork).toLocalTime()).isEqualTo("00:00");
        assertThat(due).isEqualTo("2026-03-09T04:00:00Z");
    }

    @Test
    void aGradeThatThePolicyForgotIsNamed() {
        DeadlinePolicy partial = new DeadlinePolicy(2, Map.of(Grade.MAJOR, 30), SHANGHAI);
        assertThatThrownBy(() -> partial.date(Grade.MINOR, Instant.EPOCH)).hasMessageContaining("MINOR");
    }
}
