package io.bihuan.notification.duty;

import com.github.f4b6a3.uuid.UuidCreator;
import io.bihuan.notification.duty.Rhythm.Due;
import io.bihuan.notification.duty.Rhythm.Kind;
import io.bihuan.notification.ladder.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that a district has to submit again and again. */
@Entity
@Table(name = "duty")
@SuppressWarnings("NullAway.Init")
public class Duty {

    @Id
    private UUID id;

    @Column(name = "district_code")
    private String districtCode;

    private String name;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Nullable
    @Enumerated(EnumType.STRING)
    private DayOfWeek weekday;

    @Nullable
    @Column(name = "day_of_month")
    private Integer dayOfMonth;

    /** As text: a time of day that goes through JDBC is moved by the machine's zone. */
    private String at;

    @Nullable
    @Column(name = "season_from")
    private String seasonFrom;

    @Nullable
    @Column(name = "season_to")
    private String seasonTo;

    @Column(name = "worked_day_before")
    private boolean workedDayBefore;

    @Column(name = "remind_before")
    private String remindBefore;

    @Column(name = "remind_after")
    private String remindAfter;

    @Convert(converter = Roles.class)
    private List<Role> roles;

    private boolean active;

    private int version;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Nullable
    @Column(name = "recorded_by")
    private String recordedBy;

    @Nullable
    @Column(name = "made_until")
    private LocalDate madeUntil;

    @Nullable
    @Column(name = "next_due_at")
    private Instant nextDueAt;

    /** For Hibernate. */
    protected Duty() {}

    static Duty blank() {
        var duty = new Duty();
        duty.id = UuidCreator.getTimeOrderedEpoch();
        duty.active = true;
        return duty;
    }

    /**
     * Lets an entry stand in place of what stood here; its occurrences are to be made anew.
     *
     * @return whether it says anything new
     */
    boolean take(DutyEntry entry, Instant now) {
        if (version > 0 && entry.equals(entry(entry.recordedBy()))) {
            return false;
        }
        districtCode = entry.districtCode();
        name = entry.name();
        kind = entry.kind();
        weekday = entry.weekday();
        dayOfMonth = entry.dayOfMonth();
        at = entry.at().toString();
        seasonFrom = entry.season() == null ? null : entry.season().from();
        seasonTo = entry.season() == null ? null : entry.season().to();
        workedDayBefore = entry.workedDayBefore();
        remindBefore = entry.remindBefore().toString();
        remindAfter = entry.remindAfter().toString();
        roles = entry.roles();
        madeUntil = null;
        nextDueAt = null;
        changed(now, entry.recordedBy());
        return true;
    }

    /** Nothing of it is due any more. */
    void end(Instant now, String by) {
        active = false;
        changed(now, by);
    }

    private void changed(Instant now, @Nullable String by) {
        version++;
        recordedAt = now;
        recordedBy = by;
    }

    /** As it was entered. */
    public DutyEntry entry() {
        return entry(recordedBy);
    }

    private DutyEntry entry(@Nullable String by) {
        return new DutyEntry(
                districtCode,
                name,
                kind,
                weekday,
                dayOfMonth,
                LocalTime.parse(at),
                seasonFrom == null || seasonTo == null ? null : new DutyEntry.Span(seasonFrom, seasonTo),
                workedDayBefore,
                remindBefore(),
                remindAfter(),
                roles,
                by);
    }

    Rhythm rhythm() {
        return entry().rhythm();
    }

    public UUID id() {
        return id;
    }

    /** false once it has ended. */
    public boolean active() {
        return active;
    }

    public int version() {
        return version;
    }

    /** When this version was entered. */
    public Instant recordedAt() {
        return recordedAt;
    }

    Duration remindBefore() {
        return Duration.parse(remindBefore);
    }

    Duration remindAfter() {
        return Duration.parse(remindAfter);
    }

    /** The day of the last occurrence that was made ahead; null if none was since it was entered like this. */
    @Nullable
    LocalDate madeUntil() {
        return madeUntil;
    }

    /** Its occurrences are made up to this one. */
    void made(Due due) {
        madeUntil = due.day();
        nextDueAt = due.dueAt();
    }

    /** There is nothing to be made before this instant. */
    void restsUntil(Instant instant) {
        nextDueAt = instant;
    }
}
