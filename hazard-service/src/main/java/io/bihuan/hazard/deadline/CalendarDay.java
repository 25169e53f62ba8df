package io.bihuan.hazard.deadline;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.time.Month;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A day that the yearly notice on holidays takes out of the plain week.
 *
 * @param name the holiday's
 */
@Embeddable
public record CalendarDay(
        LocalDate date,
        String name,
        @Enumerated(EnumType.STRING) Kind kind) {

    /** What the notice says of the day. */
    @Schema(name = "CalendarDayKind")
    public enum Kind {
        /** 放假: nobody works, whatever the weekday. */
        OFF,
        /** 调休上班: a weekend day that is worked to make up for a holiday. */
        WORKDAY
    }

    /** The year whose notice it belongs to: the New Year holiday's days of December are in the next year's. */
    int noticeYear() {
        return date.getMonth() == Month.DECEMBER ? date.getYear() + 1 : date.getYear();
    }
}
