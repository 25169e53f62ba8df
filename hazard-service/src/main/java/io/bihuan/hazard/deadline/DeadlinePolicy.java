package io.bihuan.hazard.deadline;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A version of the deadline policy 期限规定: how long hazards may stay open. Never changed once recorded; in force from
 * then until the next is recorded, and kept by every deadline that it dated (glossary, section 4).
 */
@Entity
@Immutable
@Table(name = "deadline_policy")
@SuppressWarnings("NullAway.Init") // filled by Hibernate, or by Policies
public class DeadlinePolicy {

    private static final int A_PAGE = 50;

    @Id
    int version;

    String note;

    @Column(name = "recorded_by")
    @Nullable
    String recordedBy;

    @Column(name = "recorded_at")
    @Nullable
    Instant recordedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "deadline_policy_line", joinColumns = @JoinColumn(name = "version"))
    @BatchSize(size = A_PAGE)
    List<PolicyLine> lines = new ArrayList<>();

    public int version() {
        return version;
    }

    /** Why it was recorded. */
    public String note() {
        return note;
    }

    public @Nullable String recordedBy() {
        return recordedBy;
    }

    /** Since when it is in force; null for the one that came with the product. */
    public @Nullable Instant recordedAt() {
        return recordedAt;
    }

    public PolicyLines lines() {
        return new PolicyLines(lines);
    }
}
