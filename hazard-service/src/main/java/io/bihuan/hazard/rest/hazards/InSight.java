package io.bihuan.hazard.rest.hazards;

import io.bihuan.access.CurrentPerson;
import io.bihuan.access.Scope;
import io.bihuan.hazard.NotOnRecord;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * A hazard that lies outside of what the caller may see does not exist for him: whatever is asked of it, under whatever address below
 * {@code /api/hazards/{id}}, is answered as of one that is not on record.
 */
@Singleton
class InSight {

    private static final String HAZARDS = "/api/hazards/";

    private final CurrentPerson current;
    private final DataSource database;

    InSight(CurrentPerson current, DataSource database) {
        this.current = current;
        this.database = database;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 1)
    public void look(ContainerRequestContext call) throws SQLException {
        List<String> ids = call.getUriInfo().getPathParameters().get("id");
        UUID id = ids == null || !call.getUriInfo().getPath().startsWith(HAZARDS) ? null : uuid(ids.get(0));
        if (id != null && !covers(id)) {
            throw new NotOnRecord("hazard", id);
        }
    }

    /** Whether the caller may see a hazard; also of one that is not on record, which nobody can tell apart. */
    boolean covers(UUID id) throws SQLException {
        Scope scope = current.scope();
        if (scope.everywhere()) {
            return true;
        }
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select district_code, unit_code from hazard where id = ?")) {
            select.setObject(1, id);
            try (var row = select.executeQuery()) {
                return row.next() && scope.covers(row.getString(1), row.getString(2));
            }
        }
    }

    /** What is no id is answered by whoever reads it. */
    private static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
