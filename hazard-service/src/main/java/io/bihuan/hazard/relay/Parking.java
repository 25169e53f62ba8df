package io.bihuan.hazard.relay;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Where events wait that the broker will not take, until an operator has seen to the cause. */
@ApplicationScoped
class Parking {

    private static final Logger LOG = Logger.getLogger(Parking.class);

    private final AgroalDataSource database;
    private final InstantSource clock;

    Parking(AgroalDataSource database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    void park(UUID historyId, String reason) {
        LOG.errorf("event %s is parked: %s", historyId, reason);
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into parked_event (history_id, reason, parked_at) values (?, ?, ?)"
                                + " on conflict do nothing")) {
            insert.setObject(1, historyId);
            insert.setString(2, reason);
            insert.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("could not park event " + historyId, e);
        }
    }
}
