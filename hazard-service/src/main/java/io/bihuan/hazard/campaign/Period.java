package io.bihuan.hazard.campaign;

import io.bihuan.hazard.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/**
 * Local days, from the first to the last, both included.
 *
 * @param from the first
 * @param to the last; not before the first
 */
@Embeddable
public record Period(
        @Column(name = "starts") LocalDate from,
        @Column(name = "ends") LocalDate to) {

    private static final int EARLIEST = 1900;
    private static final int LATEST = 2199;

    /** Refuses, under the name of the field that holds it, a period that ends before it begins or lies out of all reason. */
    void verify(String field) {
        for (LocalDate day : new LocalDate[] {from, to}) {
            if (day.getYear() < EARLIEST || day.getYear() > LATEST) {
                throw new Refusal(field, "period.unreasonable", day, EARLIEST, LATEST);
            }
        }
        if (to.isBefore(from)) {
            throw new Refusal(field, "period.backwards", from, to);
        }
    }

    boolean contains(Period other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }
}
