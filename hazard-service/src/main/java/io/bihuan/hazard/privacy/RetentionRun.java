package io.bihuan.hazard.privacy;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** That personal data were erased because their time was over. */
@Entity
@Immutable
@Table(name = "retention_run")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
public class RetentionRun {

    @Id
    private UUID id;

    private Instant at;

    @Column(name = "by_subject")
    private @Nullable String bySubject;

    @Column(name = "by_name")
    private @Nullable String byName;

    @ElementCollection
    @BatchSize(size = 100)
    @CollectionTable(name = "retention_erasure", joinColumns = @JoinColumn(name = "run"))
    @OrderBy("kind")
    private List<Erasure> erasures = new ArrayList<>();

    /**
     * What was erased of one kind.
     *
     * @param before whatever was over before this moment
     */
    @Embeddable
    public record Erasure(@Enumerated(EnumType.STRING) Personal kind, Instant before, long erased) {}

    /** For Hibernate. */
    protected RetentionRun() {}

    RetentionRun(UUID id, Instant at, @Nullable Author by, List<Erasure> erasures) {
        this.id = id;
        this.at = at;
        this.bySubject = by == null ? null : by.subject();
        this.byName = by == null ? null : by.name();
        this.erasures = new ArrayList<>(erasures);
    }

    public UUID id() {
        return id;
    }

    public Instant at() {
        return at;
    }

    /** Who asked for it; null for a night's run. */
    public @Nullable Author by() {
        return bySubject == null || byName == null ? null : new Author(bySubject, byName);
    }

    public List<Erasure> erasures() {
        return List.copyOf(erasures);
    }
}
