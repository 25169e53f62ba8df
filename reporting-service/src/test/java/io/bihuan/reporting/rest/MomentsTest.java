package io.bihuan.reporting.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

    private final Moments moments = new Moments(ZoneId.of("Asia/Shanghai"));

    @Test
    void aDateBeginsAndEndsAtMidnightOfTheZone() {
        assertThat(moments.begin("2026-05-01")).isEqualTo(Instant.parse("2026-04-30T16:00:00Z"));
        assertThat(moments.end("2026-05-01")).isEqualTo(Instant.parse("2026-05-01T16:00:00Z"));
    }

    @Test
    void aDateAsOfIsItsLastMoment() {
        assertThat(moments.asOf("2026-05-01")).isEqualTo(Instant.parse("2026-05-01T15:59:59.999999Z"));
    }

    @Test
    void aDayOfTheSpringClockChangeHasTwentyThreeHours() {
        Moments newYork = new Moments(ZoneId.of("America/New_York"));
        assertThat(newYork.begin("2026-03-08")).isEqualTo(Instant.parse("2026-03-08T05:00:00Z"));
        assertThat(newYork.end("2026-03-08")).isEqualTo(Instant.parse("2026-03-09T04:00:00Z"));
    }

    @Test
    void anInstantIsItselfWhateverItsOffset() {
        Instant instant = Instant.parse("2026-05-01T00:00:00Z");
        assertThat(moments.begin("2026-05-01T08:00:00+08:00")).isEqualTo(instant);
        assertThat(moments.end("2026-05-01T00:00:00Z")).isEqualTo(instant);
        assertThat(moments.asOf("2026-04-30T19:00-05:00")).isEqualTo(instant);
    }

    @Test
    void aPlusThatWasNotEncodedIsUnderstood() {
        assertThat(moments.begin("2026-05-01T08:00:00 08:00")).isEqualTo(Instant.parse("2026-05-01T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-02-30",
                "2026-5-1",
                "2026-05-01T08:00:00",
                "2026-05-01 08:00",
                "1899-12-31",
                "3000-01-01",
                "+999999999-01-01",
                "2026-05-01T25:00:00Z"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> moments.begin(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> moments.end(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> moments.asOf(text)).isInstanceOf(DateTimeException.class);
    }
}
