package io.bihuan.notification.deadline;

import io.bihuan.notification.ladder.Grade;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hazard as it stands after a step of its life.
 *
 * @param version 1, 2, 3… per hazard
 * @param number for people
 * @param round one more each time the hazard is reopened
 * @param dueAt overdue is later than this; null while no deadline is set
 * @param at when it happened
 * @param recordedAt when the system learned of it
 * @param finding what is wrong and where; null unless this step tells
 * @param assignee who must rectify; null unless this step tells
 */
public record HazardChanged(
        UUID hazardId,
        int version,
        String number,
        Status status,
        Grade grade,
        String districtCode,
        int round,
        @Nullable Instant dueAt,
        Instant at,
        Instant recordedAt,
        @Nullable Finding finding,
        @Nullable Assignee assignee) {

    /**
     * What was found.
     *
     * @param description what is wrong
     * @param siteName where
     */
    public record Finding(String description, @Nullable String siteName) {}

    /**
     * Who must rectify.
     *
     * @param unit the responsible unit 责任单位
     * @param unitCode its code on file, if it has one
     * @param responsible the responsible person 责任人
     * @param phone of the responsible person, as on file
     */
    public record Assignee(
            String unit,
            @Nullable String unitCode,
            @Nullable String responsible,
            @Nullable String phone) {}
}
