package io.bihuan.notification.duty;

import com.github.f4b6a3.uuid.UuidCreator;
import io.bihuan.notification.duty.Rhythm.Due;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One time that a duty is due. */
@Entity
@Table(name = "duty_occurrence")
@SuppressWarnings("NullAway.Init")
public class Occurrence {

    @Id
    private UUID id;

    @Column(name = "duty_id")
    private UUID dutyId;

    private String period;

    private LocalDate day;

    @Column(name = "due_at")
    private Instant dueAt;

    @Nullable
    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Nullable
    private String document;

    /** Whether it was submitted, and in time. */
    public enum State {
        /** Nothing came, and it is not due yet. */
        OPEN,
        /** Nothing came, and it was due. */
        OVERDUE,
        /** Came in time. */
        SUBMITTED,
        /** Came after it was due. */
        LATE
    }

    /** For Hibernate. */
    protected Occurrence() {}

    Occurrence(UUID dutyId, Due due) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.dutyId = dutyId;
        this.period = due.period();
        this.day = due.day();
        this.dueAt = due.dueAt();
    }

    /**
     * Closes it.
     *
     * @return whether that is new: what was submitted stays as it was
     */
    boolean submit(@Nullable String number, Instant at) {
        if (submittedAt != null) {
            return false;
        }
        submittedAt = at;
        document = number;
        return true;
    }

    public UUID id() {
        return id;
    }

    public UUID dutyId() {
        return dutyId;
    }

    /** The day, ISO week or month that it is for. */
    public String period() {
        return period;
    }

    /** Late is after this. */
    public Instant dueAt() {
        return dueAt;
    }

    /** Empty while nothing came. */
    public Optional<Instant> submittedAt() {
        return Optional.ofNullable(submittedAt);
    }

    /** The number of what was submitted, if it was told. */
    public Optional<String> document() {
        return Optional.ofNullable(document);
    }

    /** How it stands at an instant. */
    public State state(Instant now) {
        if (submittedAt != null) {
            return submittedAt.isAfter(dueAt) ? State.LATE : State.SUBMITTED;
        }
        return now.isAfter(dueAt) ? State.OVERDUE : State.OPEN;
    }
}
