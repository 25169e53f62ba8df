package io.bihuan.reporting.announcing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * What leaves; {@code contracts/reporting-events/briefing.issued.schema.json}.
 *
 * @param version always 1: an issued briefing never changes
 */
record BriefingIssued(
        UUID briefingId,
        int version,
        String number,
        String districtCode,
        String kind,
        String period,
        String language,
        Instant asOf,
        Instant at,
        Instant recordedAt) {

    static BriefingIssued read(ResultSet row) throws SQLException {
        Instant issuedAt = instant(row, "issued_at");
        return new BriefingIssued(
                row.getObject("id", UUID.class),
                1,
                row.getString("number"),
                row.getString("district_code"),
                row.getString("kind"),
                row.getString("period"),
                row.getString("language"),
                instant(row, "as_of"),
                issuedAt,
                issuedAt);
    }

    /** One and the same for every repetition, and of a kind of its own: the briefing's id names the briefing. */
    @JsonIgnore
    UUID eventId() {
        return UUID.nameUUIDFromBytes(("briefing.issued " + briefingId).getBytes(StandardCharsets.UTF_8));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
