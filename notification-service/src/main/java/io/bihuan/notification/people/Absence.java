package io.bihuan.notification.people;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Days on which a contact is away, and others stand in. */
@Entity
@Table(name = "absence")
@SuppressWarnings("NullAway.Init")
public class Absence {

    @Id
    private UUID id;

    @Column(name = "contact_id")
    private UUID contactId;

    @Embedded
    private Days days;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Nullable
    @Column(name = "recorded_by")
    private String recordedBy;

    /** For Hibernate. */
    protected Absence() {}

    Absence(Contact contact, AbsenceEntry entry, Instant at) {
        id = UuidCreator.getTimeOrderedEpoch();
        contactId = contact.id();
        days = Days.of(entry.from(), entry.to());
        recordedAt = at;
        recordedBy = entry.recordedBy();
    }

    public UUID id() {
        return id;
    }

    UUID contactId() {
        return contactId;
    }

    public Days days() {
        return days;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public @Nullable String recordedBy() {
        return recordedBy;
    }
}
