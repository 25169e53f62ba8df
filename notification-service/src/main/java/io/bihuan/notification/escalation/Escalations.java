package io.bihuan.notification.escalation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.bihuan.notification.sql.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** The steps of escalation that were reached. */
@ApplicationScoped
public class Escalations {

    private final DataSource database;
    private final ObjectMapper json;

    Escalations(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * Keeps facts, to be published. A step is reached once per round and deadline: told again, to somebody else after a
     * transfer, it is no new fact.
     *
     * @param reached at most one of each hazard, whose row is locked, so that its numbers 1, 2, 3… have no gap
     */
    @Transactional(TxType.MANDATORY)
    public void keep(List<Escalation> reached) throws SQLException {
        if (reached.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into escalation (id, hazard_id, version, number, district_code, grade, round, due_at, step,
                            level, document, ladder_version, at, told)
                        select c.id, c.hazard_id, 1 + (select count(*) from escalation e where e.hazard_id = c.hazard_id),
                            number, district_code, grade, round, due_at, step, level, document, ladder_version, at,
                            told::jsonb
                        from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::int[], ?::timestamptz[],
                            ?::text[], ?::int[], ?::text[], ?::int[], ?::timestamptz[], ?::text[])
                            as c (id, hazard_id, number, district_code, grade, round, due_at, step, level, document,
                                ladder_version, at, told)
                        on conflict (hazard_id, round, due_at, step) do nothing""")) {
            Columns.of(insert, 1, reached)
                    .column("uuid", escalation -> UuidCreator.getTimeOrderedEpoch())
                    .column("uuid", Escalation::hazardId)
                    .column("text", Escalation::number)
                    .column("text", Escalation::districtCode)
                    .column("text", Escalation::grade)
                    .column("int4", Escalation::round)
                    .column("timestamptz", Escalation::dueAt)
                    .column("text", Escalation::step)
                    .column("int4", Escalation::level)
                    .column("text", Escalation::document)
                    .column("int4", Escalation::ladderVersion)
                    .column("timestamptz", Escalation::at)
                    .column("text", this::told);
            insert.executeUpdate();
        }
    }

    private String told(Escalation escalation) {
        try {
            return json.writeValueAsString(escalation.told());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A list of roles and names is always JSON", e);
        }
    }
}
