package io.bihuan.hazard.deadline;

import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Grade;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of a deadline policy: the time that hazards of a grade have, or those of one category of it.
 *
 * @param category null for the categories that have no line of their own
 * @param amount of days or hours, 1 to a year's
 * @param extensionDays how many calendar days beyond its first deadline a hazard may be extended in all; 0 for not at all
 */
@Embeddable
public record PolicyLine(
        @Enumerated(EnumType.STRING) Grade grade,
        @Enumerated(EnumType.STRING) @Nullable Category category,
        int amount,
        @Enumerated(EnumType.STRING) Counting counting,
        @Column(name = "extension_days") int extensionDays) {

    static final Comparator<PolicyLine> ORDER = Comparator.comparing(PolicyLine::grade)
            .thenComparing(PolicyLine::category, Comparator.nullsFirst(Comparator.naturalOrder()));

    private static final int HOURS_A_DAY = 24;
    private static final int MOST_DAYS = 366;

    /**
     * A line as people write it.
     *
     * @param time ISO 8601, days or hours as the counting says
     * @param extensionDays null for as many days as the time itself has
     * @return empty if the time does not suit the counting, or is longer than a year
     */
    public static Optional<PolicyLine> of(
            Grade grade, @Nullable Category category, String time, Counting counting, @Nullable Integer extensionDays) {
        int amount = counting.amount(time);
        int days = counting == Counting.HOURS ? (amount + HOURS_A_DAY - 1) / HOURS_A_DAY : amount;
        return days < 1 || days > MOST_DAYS
                ? Optional.empty()
                : Optional.of(new PolicyLine(
                        grade, category, amount, counting, extensionDays == null ? days : extensionDays));
    }

    /** ISO 8601: P30D, PT24H. */
    public String time() {
        return counting.duration(amount);
    }

    /** The latest instant to which a hazard that was due at the given one may be extended. */
    Instant latestExtension(Instant originalDueAt, ZoneId zone) {
        return originalDueAt.atZone(zone).plusDays(extensionDays).toInstant();
    }
}
