package io.bihuan.hazard.deadline;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.deadline.WorkCalendar.UnknownYear;
import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Deadline;
import io.bihuan.hazard.lifecycle.Grade;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Dates hazards: by the policy in force, or by the number of days that a person allows. */
@ApplicationScoped
public class Deadlines {

    private final Rules rules;
    private final Policies policies;
    private final ZoneId zone;

    Deadlines(Rules rules, Policies policies, @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.rules = rules;
        this.policies = policies;
        this.zone = zone;
    }

    /**
     * The deadline that the policy in force gives a hazard.
     *
     * @param from when the counting begins; days begin with the local day after it
     * @throws Refusal if working days lead into a year whose calendar is not on file
     */
    public Deadline byPolicy(Grade grade, Category category, Instant from) {
        Rules.Current current = rules.current();
        try {
            Count count = Count.of(current.lines().line(grade, category), from, current.calendar(), zone);
            return new Deadline(count.dueAt(), current.policyVersion());
        } catch (UnknownYear unknown) {
            throw new Refusal("dueAt", "calendar.unknownYear", unknown.year());
        }
    }

    /** 24:00 of the local day that lies the given number of days after {@code from}. */
    public Deadline within(int days, Instant from) {
        return new Deadline(Count.endOfDay(from, days, zone), null);
    }

    /**
     * How far a hazard may be extended in all.
     *
     * @param policyVersion that dated it; null if a person did, so that the one in force sets the limit
     * @param originalDueAt the deadline before any extension
     */
    public Instant latestExtension(
            Grade grade, Category category, @Nullable Integer policyVersion, Instant originalDueAt) {
        PolicyLines lines = policyVersion == null ? rules.current().lines() : version(policyVersion);
        return lines.line(grade, category).latestExtension(originalDueAt, zone);
    }

    /** Why a hazard that a policy dated is due when it is: the policy's line, and the count by the calendar of today. */
    public Basis basis(Grade grade, Category category, int policyVersion, Instant from) {
        PolicyLine line = version(policyVersion).line(grade, category);
        try {
            return new Basis(line, Count.of(line, from, rules.current().calendar(), zone));
        } catch (UnknownYear unknown) {
            return new Basis(line, null);
        }
    }

    private PolicyLines version(int version) {
        return policies.findById(version).lines();
    }
}
