package io.bihuan.notification.duty;

import io.bihuan.notification.duty.DutyReminder.Step;
import io.bihuan.notification.duty.Rhythm.Kind;
import io.bihuan.notification.ladder.Role;
import io.bihuan.notification.people.Post;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A reminder of a duty whose moment has come, with what its text needs. */
record DueDuty(
        UUID id,
        UUID dutyId,
        UUID occurrenceId,
        Step step,
        @Nullable Instant usefulUntil,
        String period,
        Instant dueAt,
        String districtCode,
        String name,
        Kind kind,
        List<Role> roles) {

    static DueDuty read(ResultSet row) throws SQLException {
        var usefulUntil = row.getObject("useful_until", OffsetDateTime.class);
        return new DueDuty(
                row.getObject("id", UUID.class),
                row.getObject("duty_id", UUID.class),
                row.getObject("occurrence_id", UUID.class),
                Step.valueOf(row.getString("step")),
                usefulUntil == null ? null : usefulUntil.toInstant(),
                row.getString("period"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getString("district_code"),
                row.getString("name"),
                Kind.valueOf(row.getString("kind")),
                new Roles().convertToEntityAttribute(row.getString("roles")));
    }

    /** To hear that it is due soon helps nobody once it was. */
    boolean helpsAt(Instant now) {
        return usefulUntil == null || !now.isAfter(usefulUntil);
    }

    /** Whom it tells. */
    List<Post> posts() {
        return roles.stream().map(role -> Post.in(districtCode, role)).toList();
    }
}
