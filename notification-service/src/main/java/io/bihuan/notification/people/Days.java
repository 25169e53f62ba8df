package io.bihuan.notification.people;

import io.bihuan.notification.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/**
 * Local days, both ends included.
 *
 * @param from the first
 * @param to the last, not before the first
 */
@Embeddable
public record Days(
        @Column(name = "first_day") LocalDate from,
        @Column(name = "last_day") LocalDate to) {

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    /** @throws Refusal if they are in the wrong order, or further off than anybody plans */
    static Days of(LocalDate from, LocalDate to) {
        if (from.isBefore(EARLIEST) || from.isAfter(LATEST)) {
            throw new Refusal("from", "date-range", EARLIEST, LATEST);
        }
        if (to.isBefore(from) || to.isAfter(LATEST)) {
            throw new Refusal("to", "date-range", from, LATEST);
        }
        return new Days(from, to);
    }
}
