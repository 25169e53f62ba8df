package io.bihuan.notification.delivery;

import io.bihuan.notification.ladder.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;

/** A notice that is not part of a message yet. */
record WaitingNotice(UUID id, Notice notice) {

    static WaitingNotice read(ResultSet row) throws SQLException {
        var usefulUntil = row.getObject("useful_until", OffsetDateTime.class);
        return new WaitingNotice(
                row.getObject("id", UUID.class),
                new Notice(
                        row.getObject("cause", UUID.class),
                        row.getObject("hazard_id", UUID.class),
                        row.getString("template"),
                        Role.valueOf(row.getString("role")),
                        row.getString("place"),
                        row.getString("recipient"),
                        row.getString("phone"),
                        Locale.forLanguageTag(row.getString("language")),
                        row.getString("text"),
                        row.getString("line"),
                        row.getInt("priority"),
                        row.getBoolean("urgent"),
                        usefulUntil == null ? null : usefulUntil.toInstant()));
    }

    /** Notices to the same person may become one message; one to nobody is by itself. */
    Object person() {
        return notice.phone() == null ? id : notice.phone();
    }
}
