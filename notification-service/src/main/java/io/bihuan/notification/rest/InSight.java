package io.bihuan.notification.rest;

import io.bihuan.access.CurrentPerson;
import io.bihuan.access.Scope;
import io.bihuan.notification.NotOnRecord;
import io.bihuan.notification.Refusal;
import io.bihuan.notification.duty.Duties;
import io.bihuan.notification.people.Contacts;
import io.bihuan.notification.people.Roster;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * What of the registers the caller sees and may change. A contact, a shift or a duty outside of it does not exist for him: whatever is
 * asked of it, under whatever address below its own, is answered as of one that is not on record.
 */
@Singleton
public class InSight {

    private static final String CONTACTS = "/api/notifications/contacts/";
    private static final String ROSTERS = "/api/notifications/rosters/";
    private static final String DUTIES = "/api/notifications/duties/";

    private final CurrentPerson current;
    private final Contacts contacts;
    private final Roster roster;
    private final Duties duties;

    InSight(CurrentPerson current, Contacts contacts, Roster roster, Duties duties) {
        this.current = current;
        this.contacts = contacts;
        this.roster = roster;
        this.duties = duties;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 1)
    public void look(ContainerRequestContext call) {
        var path = call.getUriInfo().getPath();
        var id = uuid(call.getUriInfo().getPathParameters().getFirst("id"));
        if (id == null || !path.startsWith("/api/notifications/")) {
            return;
        }
        if (path.startsWith(CONTACTS) && !covers(id)) {
            throw new NotOnRecord("contact", id);
        }
        if (path.startsWith(ROSTERS) && !covers(roster.demand(id).districtCode())) {
            throw new NotOnRecord("shift", id);
        }
        if (path.startsWith(DUTIES) && !covers(duties.demand(id).entry().districtCode())) {
            throw new NotOnRecord("duty", id);
        }
    }

    public Scope scope() {
        return current.scope();
    }

    /** Whether the caller sees a contact; also of one that is not on record, which nobody can tell apart. */
    public boolean covers(UUID contact) {
        return scope().everywhere() || contacts.isWithin(contact, scope());
    }

    /** Whether the caller sees a district. */
    public boolean covers(String district) {
        return scope().covers(district);
    }

    /** Whether the caller sees a unit, by its code or name: it has hazards in his districts. */
    public boolean coversUnit(String unit) {
        return contacts.isUnitWithin(unit, scope());
    }

    /** Lets the caller put something on file of a district or a unit. */
    public void demandOwn(@Nullable String district, @Nullable String unit) {
        if (district != null && !covers(district)) {
            throw new Refusal("districtCode", "district-outside", scope().described());
        }
        if (unit != null && !coversUnit(unit)) {
            throw new Refusal("unit", "unit-outside");
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
