package io.bihuan.hazard.deadline;

import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Deadline;
import io.bihuan.hazard.lifecycle.Grade;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Dates hazards: by the policy in force, or by the number of days that a person allows. */
@ApplicationScoped
public class Deadlines {

    private final EntityManager database;
    private final ZoneId zone;

    Deadlines(EntityManager database, @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.database = database;
        this.zone = zone;
    }

    /** The deadline that the policy in force gives a hazard, counted from the given instant's local day. */
    public Deadline byPolicy(Grade grade, Category category, Instant from) {
        return inForce().date(grade, from);
    }

    /** 24:00 of the local day that lies the given number of days after {@code from}. */
    public Deadline within(int days, Instant from) {
        return new Deadline(DeadlinePolicy.endOfDay(from, days, zone), null);
    }

    /** How far a deadline may be extended in all. */
    public Instant latestExtension(
            Grade grade, Category category, @Nullable Integer policyVersion, Instant originalDueAt) {
        return inForce().date(grade, originalDueAt).dueAt();
    }

    private DeadlinePolicy inForce() {
        List<PolicyDays> rows = database.createQuery(
                        "from PolicyDays where version = (select max(version) from PolicyDays)", PolicyDays.class)
                .getResultList();
        Map<Grade, Integer> days = new EnumMap<>(Grade.class);
        rows.forEach(row -> days.put(row.grade, row.days));
        return new DeadlinePolicy(rows.get(0).version, days, zone);
    }
}
