package io.bihuan.reporting.rest;

import io.bihuan.access.CurrentPerson;
import io.bihuan.access.Scope;
import io.bihuan.reporting.NotOnRecord;
import io.bihuan.reporting.Refusal;
import io.bihuan.reporting.briefing.Briefings;
import io.bihuan.reporting.briefing.schedule.Schedules;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * What of briefings and their schedules the caller sees. One of a district outside of his does not exist for him: whatever is asked of
 * it is answered as of one that is not on record. Reports are asked by way of {@link Asking}, which keeps to the same.
 */
@Singleton
class InSight {

    private final CurrentPerson current;
    private final Briefings briefings;
    private final Schedules schedules;
    private final Problems problems;

    InSight(CurrentPerson current, Briefings briefings, Schedules schedules, Problems problems) {
        this.current = current;
        this.briefings = briefings;
        this.schedules = schedules;
        this.problems = problems;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 1)
    public void look(ContainerRequestContext call) throws SQLException {
        String path = call.getUriInfo().getPath();
        if (!path.startsWith("/api/reports/briefing") || current.scope().everywhere()) {
            return;
        }
        MultivaluedMap<String, String> parameters = call.getUriInfo().getPathParameters();
        if (path.startsWith(BriefingsResource.PATH + "/")) {
            String number = parameters.getFirst("number");
            demand("briefing", number, briefings.demand(number).subject().district());
        } else if (path.startsWith(SchedulesResource.PATH + "/")) {
            UUID id = uuid(parameters.getFirst("id"));
            if (id != null) {
                demand("schedule", id.toString(), schedules.demand(id).entry().district());
            }
        }
    }

    private void demand(String kind, String name, @Nullable String district) {
        if (!current.scope().covers(district)) {
            throw new NotOnRecord(kind, name);
        }
    }

    /** The codes that those of all districts begin with that the caller sees. */
    List<String> prefixes() {
        return current.scope().prefixes();
    }

    /** Lets the caller ask about a district, or about all that he sees if he names none. */
    void demandSeen(@Nullable String district) {
        if (district != null && !current.scope().covers(district)) {
            throw problems.noDistrict(district);
        }
    }

    /** Lets the caller put something on file of a district; what is no code at all is refused by whoever reads it. */
    void demandOwn(String field, @Nullable String district) {
        Scope scope = current.scope();
        if (district != null && !scope.covers(district)) {
            throw new Refusal(field, "field.districtOutside", scope.described());
        }
    }

    /** What is no id is answered by whoever reads it. */
    private static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
