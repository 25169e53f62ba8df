package io.bihuan.notification.duty;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A timer: people are reminded of one occurrence of a duty. */
@Entity
@Table(name = "duty_reminder")
@SuppressWarnings("NullAway.Init")
class DutyReminder {

    @Id
    private UUID id;

    @Column(name = "duty_id")
    private UUID dutyId;

    @Column(name = "occurrence_id")
    private UUID occurrenceId;

    @Enumerated(EnumType.STRING)
    private Step step;

    @Column(name = "remind_at")
    private Instant remindAt;

    @Nullable
    @Column(name = "useful_until")
    private Instant usefulUntil;

    @Enumerated(EnumType.STRING)
    private State state;

    /** Which of an occurrence's reminders. */
    enum Step {
        BEFORE("dutyBefore"),
        AFTER("dutyAfter"),
        NEXT_MORNING("dutyAfter");

        private final String template;

        Step(String template) {
            this.template = template;
        }

        /** The text in which people are told. */
        String template() {
            return template;
        }
    }

    /** What became of it. */
    enum State {
        /** Waits for its moment. */
        PENDING,
        /** People are told. */
        SENT,
        /** It was submitted before, or the duty was changed. */
        CANCELLED,
        /** A later one took its place, or it came too late to be of use. */
        SUPERSEDED
    }

    /** For Hibernate. */
    protected DutyReminder() {}

    DutyReminder(Occurrence occurrence, Step step, Instant remindAt, @Nullable Instant usefulUntil) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.dutyId = occurrence.dutyId();
        this.occurrenceId = occurrence.id();
        this.step = step;
        this.remindAt = remindAt;
        this.usefulUntil = usefulUntil;
        this.state = State.PENDING;
    }

    UUID id() {
        return id;
    }

    State state() {
        return state;
    }

    void cancel() {
        state = State.CANCELLED;
    }
}
