package io.bihuan.hazard.privacy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** That somebody looked at who reported. Written once, never changed; the database refuses both change and deletion. */
@Entity
@Immutable
@Table(name = "citizen_look")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
public class Look {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long seq;

    @Column(name = "subject_id")
    private UUID subject;

    private Instant at;

    @Column(name = "by_subject")
    private String bySubject;

    @Column(name = "by_name")
    private String byName;

    private @Nullable String why;

    /** For Hibernate. */
    protected Look() {}

    Look(UUID subject, Instant at, Author by, @Nullable String why) {
        this.subject = subject;
        this.at = at;
        this.bySubject = by.subject();
        this.byName = by.name();
        this.why = why;
    }

    public Instant at() {
        return at;
    }

    public Author by() {
        return new Author(bySubject, byName);
    }

    /** As the person gave it. */
    public @Nullable String why() {
        return why;
    }
}
