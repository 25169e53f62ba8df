package io.bihuan.stack.season;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A hazard with what became of it until the season's last evening; what did not happen by then is null.
 *
 * @param number its outside number
 * @param returnedUntil the new deadline after the return, the last day on which it is not overdue
 * @param rectifiedAgainAt when it was rectified after the return
 */
record PastHazard(
        String number,
        Finding finding,
        LocalDateTime foundAt,
        @Nullable LocalDateTime assignedAt,
        @Nullable LocalDateTime rectifiedAt,
        @Nullable LocalDateTime returnedAt,
        @Nullable LocalDate returnedUntil,
        @Nullable LocalDateTime rectifiedAgainAt,
        @Nullable LocalDateTime closedAt) {

    boolean isClosed() {
        return closedAt != null;
    }

    /** Whether it went on after it was returned, which a row of a ledger cannot tell together with the return. */
    boolean wentOnAfterReturn() {
        return rectifiedAgainAt != null;
    }

    /** The last day on which it is not overdue by its first deadline. */
    @Nullable
    LocalDate due() {
        return assignedAt == null
                ? null
                : assignedAt.toLocalDate().plusDays(finding.grade().days());
    }

    /** When something happened, in the order in which it must. */
    Stream<LocalDateTime> times() {
        return Stream.of(foundAt, assignedAt, rectifiedAt, returnedAt, rectifiedAgainAt, closedAt)
                .filter(Objects::nonNull);
    }
}
