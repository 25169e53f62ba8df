package io.bihuan.hazard.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.bihuan.hazard.lifecycle.Occasion;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class ShippedCalendarTest {

    @Inject
    Calendars calendars;

    @Test
    void loadingTheSameAgainChangesNothing() {
        ShippedCalendar.read()
                .forEach((year, days) -> assertThat(calendars.ship(year, days)).isFalse());
    }

    @Test
    void aReleaseCorrectsWhatAReleaseBrought() {
        assertThat(calendars.ship(2043, days("2043-01-01"))).isTrue();
        assertThat(calendars.ship(2043, days("2043-01-02"))).isTrue();
        assertThat(calendars.findById(2043).days()).isEqualTo(days("2043-01-02"));
    }

    @Test
    void aReleaseDoesNotOverwriteWhatAnOfficeEntered() {
        calendars.enter(2044, days("2044-01-01"), Occasion.live(Instant.parse("2044-01-01T00:00:00Z"), "市专班办公室"));
        assertThat(calendars.ship(2044, days("2044-01-02"))).isFalse();
        assertThat(calendars.findById(2044).days()).isEqualTo(days("2044-01-01"));
    }

    private static List<CalendarDay> days(String date) {
        return List.of(new CalendarDay(LocalDate.parse(date), "元旦", CalendarDay.Kind.OFF));
    }
}
