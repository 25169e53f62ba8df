package io.bihuan.hazard.deadline;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the State Council's notice on one year's holidays 节假日安排 says (glossary, section 4). */
@Entity
@Table(name = "calendar")
@SuppressWarnings("NullAway.Init") // filled by Hibernate, or by Calendars
public class YearCalendar {

    @Id
    int year;

    int edition;

    /** Of its history; 0 while nothing of it is published. */
    int version;

    /** Of the latest row of its history. */
    String hash = "";

    boolean shipped;

    @Transient
    boolean isNew;

    @Column(name = "recorded_by")
    @Nullable
    String recordedBy;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "calendar_day", joinColumns = @JoinColumn(name = "year"))
    @OrderBy("date")
    List<CalendarDay> days = new ArrayList<>();

    public int year() {
        return year;
    }

    /** Counts the changes of all years' calendars. */
    public int edition() {
        return edition;
    }

    /** Whether it came with the product; false once an office entered its own. */
    public boolean shipped() {
        return shipped;
    }

    /** Whether nothing was on file for the year before this was entered. */
    public boolean isNew() {
        return isNew;
    }

    public @Nullable String recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    /** In the order of their dates. */
    public List<CalendarDay> days() {
        return List.copyOf(days);
    }
}
