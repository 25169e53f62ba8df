package io.bihuan.reporting.facts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Which hazards were escalated, and since when: told twice or in any order, the earliest step stands. */
@ApplicationScoped
public class Escalations {

    private static final String KEEP = """
            insert into escalation (hazard_id, first_at)
            select hazard_id, min(at)
            from unnest(?::uuid[], ?::timestamptz[]) as told (hazard_id, at)
            group by hazard_id
            on conflict (hazard_id) do update set first_at = excluded.first_at
            where escalation.first_at > excluded.first_at""";

    private final DataSource database;

    Escalations(DataSource database) {
        this.database = database;
    }

    /**
     * Keeps what is new, in the caller's transaction.
     *
     * @return of how many hazards
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int add(List<Escalation> told) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement keep = connection.prepareStatement(KEEP)) {
            keep.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", told.stream().map(Escalation::hazardId).toArray()));
            keep.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            told.stream().map(each -> each.at().toString()).toArray()));
            return keep.executeUpdate();
        }
    }
}
