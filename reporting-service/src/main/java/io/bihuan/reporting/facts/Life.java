package io.bihuan.reporting.facts;

import io.bihuan.reporting.statistics.Standing;
import io.bihuan.reporting.statistics.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Folds a hazard's steps into how it stood, stretch by stretch. It knows the steps that were told and nothing else, so their order of
 * arrival makes no difference; a step that says it happened before the one that it follows counts from that one on.
 */
final class Life {

    private final Boundaries boundaries;
    private final @Nullable Instant escalatedAt;
    private final Instant now;

    private final List<Standing> standings = new ArrayList<>();
    private @Nullable Instant foundAt;
    private @Nullable Status before;
    private @Nullable String unit;
    private @Nullable String unitName;
    private @Nullable String campaign;
    private boolean assigned;
    private boolean overdueBefore;
    private boolean returned;
    private @Nullable Boolean inTime;
    private @Nullable Instant closedAt;
    private @Nullable BigDecimal funds;
    private boolean contingencyPlan;
    private boolean interimControls;

    private Life(Boundaries boundaries, @Nullable Instant escalatedAt, Instant now) {
        this.boundaries = boundaries;
        this.escalatedAt = escalatedAt;
        this.now = now;
    }

    /**
     * How a hazard stood from its first known step on, without gaps.
     *
     * @param steps all that are known of it, by version; not empty
     * @param escalatedAt when it first reached a step of the escalation ladder; null if it never did
     * @param now what only time brings about, such as a deadline that passes, has come about until now
     */
    static List<Standing> of(List<Step> steps, @Nullable Instant escalatedAt, Boundaries boundaries, Instant now) {
        Life life = new Life(boundaries, escalatedAt, now);
        Instant at = steps.get(0).at();
        for (int i = 0; i < steps.size(); i++) {
            Instant next = i + 1 < steps.size() ? later(at, steps.get(i + 1).at()) : null;
            life.take(steps.get(i), at, next);
            at = next == null ? at : next;
        }
        return life.standings;
    }

    private void take(Step step, Instant at, @Nullable Instant until) {
        if (foundAt == null) {
            foundAt = at;
        }
        if (step.unitName() != null) {
            unit = step.unitCode() == null ? step.unitName() : step.unitCode();
            unitName = step.unitName();
        }
        if (step.campaign() != null) {
            campaign = step.campaign();
        }
        if (step.orders()) {
            funds = step.funds();
            contingencyPlan = step.contingencyPlan();
            interimControls = step.interimControls();
        } else {
            interimControls |= step.interimControls();
        }
        assigned |= step.status() == Status.ASSIGNED;
        returned |= step.sendsBack();
        if (done(step.status()) && !done(before)) {
            inTime = step.dueAt() == null ? null : !at.isAfter(step.dueAt());
        }
        if (step.status() == Status.CLOSED && before != Status.CLOSED) {
            closedAt = at;
        }
        before = step.status();
        stretches(step, at, until);
        if (step.status() == Status.ASSIGNED && step.dueAt() != null) {
            overdueBefore |= until != null && step.dueAt().isBefore(until);
        }
    }

    /** One for each moment at which time alone changed something. */
    private void stretches(Step step, Instant at, @Nullable Instant until) {
        TreeSet<Instant> changes = new TreeSet<>();
        Instant late = late(step);
        Stream.concat(
                        Stream.ofNullable(escalatedAt),
                        Stream.concat(Stream.ofNullable(late), boundaries.changes(step.district())))
                .filter(change -> change.isAfter(at) && (until == null ? !change.isAfter(now) : change.isBefore(until)))
                .forEach(changes::add);
        int part = 0;
        Instant from = at;
        for (Instant change : changes) {
            add(step, part++, from, change, late);
            from = change;
        }
        add(step, part, from, until, late);
    }

    private void add(Step step, int part, Instant at, @Nullable Instant until, @Nullable Instant late) {
        standings.add(new Standing(
                step.hazard(),
                step.version(),
                part,
                at,
                until,
                foundAt == null ? at : foundAt,
                step.status(),
                boundaries.district(step.district(), at),
                step.grade(),
                step.category(),
                step.source(),
                unit,
                unitName,
                campaign,
                step.dueAt(),
                assigned,
                late != null && !at.isBefore(late),
                overdueBefore,
                escalatedAt != null && !at.isBefore(escalatedAt),
                returned,
                inTime,
                closedAt,
                funds,
                contingencyPlan,
                interimControls));
    }

    private static @Nullable Instant late(Step step) {
        boolean waits = step.status() == Status.FOUND || step.status() == Status.ASSIGNED;
        return waits && step.dueAt() != null ? step.dueAt().plusNanos(1_000) : null;
    }

    private static boolean done(@Nullable Status status) {
        return status == Status.RECTIFIED || status == Status.CLOSED;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
