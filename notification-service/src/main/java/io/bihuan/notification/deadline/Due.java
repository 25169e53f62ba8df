package io.bihuan.notification.deadline;

import io.bihuan.notification.ladder.Grade;
import io.bihuan.notification.ladder.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A reminder whose moment has come, with what its text needs of the hazard. */
record Due(
        UUID id,
        UUID hazardId,
        Step step,
        Instant dueAt,
        Instant remindAt,
        @Nullable Instant usefulUntil,
        String number,
        Grade grade,
        @Nullable String description,
        @Nullable String siteName,
        @Nullable String unit,
        @Nullable String responsible,
        @Nullable String phone) {

    static Due read(ResultSet row) throws SQLException {
        var usefulUntil = row.getObject("useful_until", OffsetDateTime.class);
        return new Due(
                row.getObject("id", UUID.class),
                row.getObject("hazard_id", UUID.class),
                Step.valueOf(row.getString("step")),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getObject("remind_at", OffsetDateTime.class).toInstant(),
                usefulUntil == null ? null : usefulUntil.toInstant(),
                row.getString("number"),
                Grade.valueOf(row.getString("grade")),
                row.getString("description"),
                row.getString("site_name"),
                row.getString("unit"),
                row.getString("responsible"),
                row.getString("phone"));
    }

    /** To hear that the deadline is tomorrow helps nobody once it has passed. */
    boolean helpsAt(Instant now) {
        return usefulUntil == null || !now.isAfter(usefulUntil);
    }

    /** The graver hazard goes first, and of one grade what is overdue. */
    int priority() {
        return grade.ordinal() * 2 + (step.kind() == Step.Kind.ESCALATION ? 0 : 1);
    }
}
