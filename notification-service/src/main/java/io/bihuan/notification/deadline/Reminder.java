package io.bihuan.notification.deadline;

import com.github.f4b6a3.uuid.UuidCreator;
import io.bihuan.notification.ladder.Grade;
import io.bihuan.notification.ladder.Ladder;
import io.bihuan.notification.ladder.Planned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One step of one deadline of one hazard: a timer. */
@Entity
@Table(name = "reminder")
@SuppressWarnings("NullAway.Init")
public class Reminder {

    @Id
    private UUID id;

    @Column(name = "hazard_id")
    private UUID hazardId;

    private int round;

    @Column(name = "due_at")
    private Instant dueAt;

    private String step;

    private int level;

    private int place;

    @Enumerated(EnumType.STRING)
    private Grade grade;

    @Column(name = "ladder_version")
    private int ladderVersion;

    @Column(name = "remind_at")
    private Instant remindAt;

    @Nullable
    @Column(name = "useful_until")
    private Instant usefulUntil;

    @Enumerated(EnumType.STRING)
    private ReminderState state;

    /** For Hibernate. */
    protected Reminder() {}

    Reminder(UUID hazardId, int round, Instant dueAt, Ladder ladder, Planned planned) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.hazardId = hazardId;
        this.round = round;
        this.dueAt = dueAt;
        this.step = planned.rung().step();
        plan(ladder, planned);
    }

    /**
     * A cancelled step of a deadline that holds again, as when a rectified hazard is returned with its old deadline, or one
     * that another ladder dates now.
     */
    void plan(Ladder ladder, Planned planned) {
        grade = ladder.grade();
        ladderVersion = ladder.version();
        level = planned.rung().level();
        place = planned.place();
        remindAt = planned.remindAt();
        usefulUntil = planned.usefulUntil();
        state = planned.past() ? ReminderState.SUPERSEDED : ReminderState.PENDING;
    }

    void cancel() {
        state = ReminderState.CANCELLED;
    }

    boolean isOf(int otherRound, Instant otherDueAt) {
        return round == otherRound && dueAt.equals(otherDueAt);
    }

    public UUID id() {
        return id;
    }

    public UUID hazardId() {
        return hazardId;
    }

    /** 1, and one more each time the hazard is reopened. */
    public int round() {
        return round;
    }

    /** The hazard's deadline that this is about. */
    public Instant dueAt() {
        return dueAt;
    }

    /** The code of the step on its ladder. */
    public String step() {
        return step;
    }

    /** 0 for a reminder before the deadline; 1, 2, 3… for the steps of escalation. */
    public int level() {
        return level;
    }

    /** The grade whose ladder planned it. */
    public Grade grade() {
        return grade;
    }

    /** The version of that ladder. */
    public int ladderVersion() {
        return ladderVersion;
    }

    /** When the person is told. */
    public Instant remindAt() {
        return remindAt;
    }

    public ReminderState state() {
        return state;
    }
}
