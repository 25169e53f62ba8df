package io.bihuan.notification.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest(name = "at {0} it is quiet: {1}, until {2}")
    @CsvSource({
        "2026-05-10T21:59:59.999+08:00, false, 2026-05-10T21:59:59.999+08:00",
        "2026-05-10T22:00:00+08:00,     true,  2026-05-11T07:00:00+08:00",
        "2026-05-11T00:00:00+08:00,     true,  2026-05-11T07:00:00+08:00",
        "2026-05-11T06:59:59.999+08:00, true,  2026-05-11T07:00:00+08:00",
        "2026-05-11T07:00:00+08:00,     false, 2026-05-11T07:00:00+08:00",
        // the same instant said elsewhere
        "2026-05-10T14:00:00Z,          true,  2026-05-10T23:00:00Z",
    })
    void theNightIsQuiet(OffsetDateTime instant, boolean quiet, OffsetDateTime over) {
        var night = new Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0), SHANGHAI);

        assertThat(night.at(instant.toInstant())).isEqualTo(quiet);
        assertThat(night.over(instant.toInstant())).isEqualTo(over.toInstant());
    }

    @ParameterizedTest(name = "at {0} it is quiet: {1}, until {2}")
    @CsvSource({
        "2026-05-10T11:59:00+08:00, false, 2026-05-10T11:59:00+08:00",
        "2026-05-10T12:00:00+08:00, true,  2026-05-10T14:00:00+08:00",
        "2026-05-10T14:00:00+08:00, false, 2026-05-10T14:00:00+08:00",
    })
    void hoursWithinADayMayBeQuietInstead(OffsetDateTime instant, boolean quiet, OffsetDateTime over) {
        var noon = new Quiet(LocalTime.of(12, 0), LocalTime.of(14, 0), SHANGHAI);

        assertThat(noon.at(instant.toInstant())).isEqualTo(quiet);
        assertThat(noon.over(instant.toInstant())).isEqualTo(over.toInstant());
    }

    @ParameterizedTest
    @CsvSource({"2026-05-10T22:00:00+08:00", "2026-05-10T00:00:00+08:00"})
    void hoursThatEndWhenTheyBeginAreNone(OffsetDateTime instant) {
        assertThat(new Quiet(LocalTime.of(22, 0), LocalTime.of(22, 0), SHANGHAI).at(instant.toInstant()))
                .isFalse();
    }
}
