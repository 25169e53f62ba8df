package io.bihuan.notification.deadline;

import io.bihuan.access.Scope;
import io.bihuan.notification.ladder.Days;
import io.bihuan.notification.ladder.Deadline;
import io.bihuan.notification.ladder.Grade;
import io.bihuan.notification.ladder.Ladder;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A hazard as its last event left it, and whom to tell of its deadline. */
@Entity
@Table(name = "watched_hazard")
@SuppressWarnings("NullAway.Init")
class WatchedHazard {

    @Id
    @Column(name = "hazard_id")
    private UUID hazardId;

    private int version;

    private String number;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Enumerated(EnumType.STRING)
    private Grade grade;

    @Column(name = "district_code")
    private String districtCode;

    private int round;

    @Nullable
    @Column(name = "due_at")
    private Instant dueAt;

    @Nullable
    private String description;

    @Nullable
    @Column(name = "site_name")
    private String siteName;

    @Nullable
    private String unit;

    @Nullable
    @Column(name = "unit_code")
    private String unitCode;

    @Nullable
    private String responsible;

    @Nullable
    private String phone;

    /** For Hibernate. */
    protected WatchedHazard() {}

    UUID hazardId() {
        return hazardId;
    }

    int version() {
        return version;
    }

    /** What decides whom to tell and how: when it changes, what was not told yet is told otherwise. */
    record Concern(
            Grade grade,
            String districtCode,
            @Nullable String unit,
            @Nullable String unitCode,
            @Nullable String responsible,
            @Nullable String phone) {}

    Concern concern() {
        return new Concern(grade, districtCode, unit, unitCode, responsible, phone);
    }

    /** Every event says how the hazard stands after it, whatever its type, so following one is taking that over. */
    void follow(HazardChanged change) {
        version = change.version();
        number = change.number();
        status = change.status();
        grade = change.grade();
        districtCode = change.districtCode();
        round = change.round();
        dueAt = change.dueAt();
        if (change.finding() != null) {
            description = change.finding().description();
            siteName = change.finding().siteName();
        }
        if (change.assignee() != null) {
            unit = change.assignee().unit();
            unitCode = change.assignee().unitCode();
            responsible = change.assignee().responsible();
            phone = change.assignee().phone();
        }
    }

    boolean isWithin(Scope scope) {
        return scope.covers(districtCode, unitCode);
    }

    Grade grade() {
        return grade;
    }

    /** Whether people are reminded of it: only while somebody must rectify it by a deadline. */
    boolean isReminded() {
        return status == Status.ASSIGNED && dueAt != null;
    }

    Outlook outlook(List<Outlook.Step> steps) {
        return new Outlook(hazardId, number, status, round, dueAt, steps);
    }

    /** The deadline that holds, and the grade whose ladder plans it: as long as both stay, so does the ladder. */
    record Held(Grade grade, int round, @Nullable Instant dueAt) {}

    Held held() {
        return new Held(grade, round, dueAt);
    }

    /** The version of its grade's ladder by which the deadline that holds was planned; empty if it was not planned yet. */
    OptionalInt plannedBy(List<Reminder> reminders) {
        return reminders.stream()
                .filter(reminder -> reminder.grade() == grade && dueAt != null && reminder.isOf(round, dueAt))
                .mapToInt(Reminder::ladderVersion)
                .max();
    }

    /**
     * The reminders that no longer hold as they are: all of them, unless one is of the deadline that now holds and nothing
     * changed whom to tell.
     */
    List<Reminder> abandoned(List<Reminder> reminders, Concern before) {
        if (status != Status.ASSIGNED || dueAt == null || !concern().equals(before)) {
            return reminders;
        }
        var deadline = dueAt;
        return reminders.stream()
                .filter(reminder -> !reminder.isOf(round, deadline))
                .toList();
    }

    /**
     * Plans the deadline that now holds. A step that was taken or is pending stays as it is: each is taken once.
     *
     * @return the reminders that are new
     */
    List<Reminder> plan(
            List<Reminder> reminders, Ladder ladder, ZoneId zone, Days working, Instant at, Instant recordedAt) {
        var added = new ArrayList<Reminder>();
        if (status != Status.ASSIGNED || dueAt == null) {
            return added;
        }
        var deadline = dueAt;
        for (var planned : ladder.plan(new Deadline(deadline, zone), at, recordedAt, working)) {
            var known = reminders.stream()
                    .filter(reminder -> reminder.isOf(round, deadline)
                            && reminder.step().equals(planned.rung().step()))
                    .findFirst();
            if (known.isEmpty()) {
                added.add(new Reminder(hazardId, round, deadline, ladder, planned));
            } else if (known.get().state() == ReminderState.CANCELLED) {
                known.get().plan(ladder, planned);
            }
        }
        return added;
    }
}
