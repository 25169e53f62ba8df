package io.bihuan.hazard.proof;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** Says so when the service could change the history: whoever runs it has not given it a role of its own. */
@ApplicationScoped
class OwnRole {

    private static final Logger LOG = Logger.getLogger(OwnRole.class);

    private final AgroalDataSource database;

    OwnRole(AgroalDataSource database) {
        this.database = database;
    }

    void look(@Observes StartupEvent event) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select current_user, has_table_privilege('history', 'update, delete, truncate')");
                ResultSet row = select.executeQuery()) {
            if (row.next() && row.getBoolean(2)) {
                LOG.warnf(
                        "the role %s could change the history; give the service one that owns nothing"
                                + " (docs/operations.md, Roles of the database)",
                        row.getString(1));
            }
        }
    }
}
