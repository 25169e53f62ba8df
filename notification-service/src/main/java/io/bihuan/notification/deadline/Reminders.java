package io.bihuan.notification.deadline;

import io.bihuan.access.Scope;
import io.bihuan.notification.sql.Where;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The reminders on file. */
@ApplicationScoped
public class Reminders implements PanacheRepositoryBase<Reminder, UUID> {

    /**
     * Reminders, newest first.
     *
     * @param scope of hazards within it only
     * @param hazardId of this hazard only
     * @param state in this state only
     * @param before older than this reminder only
     */
    public List<Reminder> newest(
            Scope scope, @Nullable UUID hazardId, @Nullable ReminderState state, @Nullable UUID before, int most) {
        var where = new Where()
                .and("hazardId = :hazardId", "hazardId", hazardId)
                .and("state = :state", "state", state)
                .and("id < :before", "before", before)
                .within(
                        scope,
                        "hazardId in (select h.hazardId from WatchedHazard h where %s)",
                        "h.districtCode",
                        "h.unitCode");
        return find(where.text(), Sort.descending("id"), where.values())
                .page(0, most)
                .list();
    }
}
