package io.bihuan.notification.deadline;

import io.bihuan.notification.ladder.Deadline;
import io.bihuan.notification.ladder.Grade;
import io.bihuan.notification.ladder.Kind;
import io.bihuan.notification.ladder.Role;
import io.bihuan.notification.people.Post;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A reminder with what its text and the people to be told need of the hazard. */
record Due(
        UUID id,
        UUID hazardId,
        int round,
        Instant dueAt,
        String step,
        int level,
        int place,
        Grade ladderGrade,
        int ladderVersion,
        Instant remindAt,
        @Nullable Instant usefulUntil,
        String number,
        Grade grade,
        String districtCode,
        @Nullable String description,
        @Nullable String siteName,
        @Nullable String unit,
        @Nullable String unitCode,
        @Nullable String responsible,
        @Nullable String phone) {

    /** Of two that are due the later one counts, and of one moment the higher one. */
    static final Comparator<Due> BY_AGE = Comparator.comparing(Due::remindAt).thenComparing(Due::place);

    /** What {@link #read} reads. */
    static final String SELECT = """
            select r.id, r.hazard_id, r.round, r.due_at, r.step, r.level, r.place, r.state, r.grade as ladder_grade,
                r.ladder_version, r.remind_at, r.useful_until, h.number, h.grade, h.district_code, h.description, h.site_name,
                h.unit, h.unit_code, h.responsible, h.phone
            from reminder r join watched_hazard h on h.hazard_id = r.hazard_id""";

    static Due read(ResultSet row) throws SQLException {
        var usefulUntil = row.getObject("useful_until", OffsetDateTime.class);
        return new Due(
                row.getObject("id", UUID.class),
                row.getObject("hazard_id", UUID.class),
                row.getInt("round"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getString("step"),
                row.getInt("level"),
                row.getInt("place"),
                Grade.valueOf(row.getString("ladder_grade")),
                row.getInt("ladder_version"),
                row.getObject("remind_at", OffsetDateTime.class).toInstant(),
                usefulUntil == null ? null : usefulUntil.toInstant(),
                row.getString("number"),
                Grade.valueOf(row.getString("grade")),
                row.getString("district_code"),
                row.getString("description"),
                row.getString("site_name"),
                row.getString("unit"),
                row.getString("unit_code"),
                row.getString("responsible"),
                row.getString("phone"));
    }

    Kind kind() {
        return level == 0 ? Kind.REMINDER : Kind.ESCALATION;
    }

    /** To hear that the deadline is tomorrow helps nobody once it has passed. */
    boolean helpsAt(Instant now) {
        return usefulUntil == null || !now.isAfter(usefulUntil);
    }

    /** The graver hazard goes first, and of one grade what is overdue. */
    int priority() {
        return grade.ordinal() * 2 + (kind() == Kind.ESCALATION ? 0 : 1);
    }

    /** Who else than the person whom the assignment names holds this role for the hazard. */
    Post post(Role role) {
        return role.ofUnit()
                ? new Post(role, unitCode == null ? unit : unitCode, null)
                : new Post(role, null, districtCode);
    }

    Deadline deadline(ZoneId zone) {
        return new Deadline(dueAt, zone);
    }
}
