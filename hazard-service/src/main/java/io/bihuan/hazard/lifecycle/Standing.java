package io.bihuan.hazard.lifecycle;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a hazard stands: all that is known of it, to be read by everyone. Only {@link Hazard}'s verbs change it.
 */
@MappedSuperclass
@SuppressWarnings("NullAway.Init") // filled by Hibernate, or by Hazard.found()
public abstract class Standing {

    /** Stands for no deadline, after all that there are. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    @Id
    UUID id;

    String number;

    /** How many steps have been taken; each event carries its own, without gaps. */
    int version;

    /** The hash of the last step's history row: the head of this hazard's chain. */
    String hash;

    @Enumerated(EnumType.STRING)
    Status status;

    int round;

    int returns;

    @Column(name = "district_code")
    String districtCode;

    @Enumerated(EnumType.STRING)
    Grade grade;

    @Enumerated(EnumType.STRING)
    Category category;

    @Enumerated(EnumType.STRING)
    Source source;

    String description;

    @Column(name = "site_code")
    @Nullable
    String siteCode;

    @Column(name = "site_name")
    @Nullable
    String siteName;

    @Nullable
    String address;

    @Embedded
    @Nullable
    Location location;

    @Column(name = "check_item")
    @Nullable
    String checkItem;

    @Column(name = "found_by")
    @Nullable
    String foundBy;

    @Nullable
    String witness;

    @Column(name = "external_number")
    @Nullable
    String externalNumber;

    @Nullable
    String ledger;

    @Nullable
    String campaign;

    @Nullable
    UUID inspection;

    @Column(name = "recurrence_of")
    @Nullable
    UUID recurrenceOf;

    @Embedded
    @Nullable
    Unit unit;

    @Embedded
    @Nullable
    Responsible responsible;

    @Nullable
    String measures;

    @Nullable
    BigDecimal funds;

    @Column(name = "contingency_plan")
    @Nullable
    String contingencyPlan;

    @Column(name = "interim_controls")
    @Nullable
    String interimControls;

    /** When the days to the deadline began to be counted. */
    @Column(name = "due_from")
    @Nullable
    Instant dueFrom;

    @Column(name = "due_at")
    @Nullable
    Instant dueAt;

    /** The deadline, or {@link #NEVER}: what lists are sorted by. The database keeps it. */
    @Column(name = "due_order", insertable = false, updatable = false)
    @SuppressWarnings("UnusedVariable") // named in queries
    Instant dueOrder;

    /** The deadline before it was extended; the same as {@link #dueAt} where it was not. */
    @Column(name = "original_due_at")
    @Nullable
    Instant originalDueAt;

    @Column(name = "policy_version")
    @Nullable
    Integer policyVersion;

    @Column(name = "notice_number")
    @Nullable
    String noticeNumber;

    /** How many extensions were asked for. */
    int extensions;

    @Embedded
    @Nullable
    ExtensionRequest extensionRequest;

    @Embedded
    @Nullable
    Supervision supervision;

    @Column(name = "found_at")
    Instant foundAt;

    @Column(name = "assigned_at")
    @Nullable
    Instant assignedAt;

    @Column(name = "rectified_at")
    @Nullable
    Instant rectifiedAt;

    @Column(name = "rectified_by")
    @Nullable
    String rectifiedBy;

    @Nullable
    String rectification;

    /** Of the token with which the rectification was recorded. */
    @Column(name = "rectified_subject")
    @Nullable
    String rectifiedSubject;

    @Embedded
    @Nullable
    Reinspection reinspection;

    @Column(name = "closed_at")
    @Nullable
    Instant closedAt;

    @Column(name = "closed_by")
    @Nullable
    String closedBy;

    @Column(name = "approved_by")
    @Nullable
    String approvedBy;

    @Nullable
    String opinion;

    @Column(name = "merged_into")
    @Nullable
    UUID mergedInto;

    /** Why it was merged, or is none. */
    @Column(name = "dismissed_because")
    @Nullable
    String dismissedBecause;

    /** When the last step happened. */
    @Column(name = "stepped_at")
    Instant steppedAt;

    public UUID id() {
        return id;
    }

    public String number() {
        return number;
    }

    public int version() {
        return version;
    }

    public String hash() {
        return hash;
    }

    public Status status() {
        return status;
    }

    public int round() {
        return round;
    }

    public int returns() {
        return returns;
    }

    public String districtCode() {
        return districtCode;
    }

    public Grade grade() {
        return grade;
    }

    public Category category() {
        return category;
    }

    public Source source() {
        return source;
    }

    public String description() {
        return description;
    }

    public @Nullable String siteCode() {
        return siteCode;
    }

    public @Nullable String siteName() {
        return siteName;
    }

    public @Nullable String address() {
        return address;
    }

    public @Nullable Location location() {
        return location;
    }

    public @Nullable String checkItem() {
        return checkItem;
    }

    public @Nullable String foundBy() {
        return foundBy;
    }

    public @Nullable String witness() {
        return witness;
    }

    public @Nullable String externalNumber() {
        return externalNumber;
    }

    public @Nullable String ledger() {
        return ledger;
    }

    public @Nullable String campaign() {
        return campaign;
    }

    public @Nullable UUID inspection() {
        return inspection;
    }

    public @Nullable UUID recurrenceOf() {
        return recurrenceOf;
    }

    public @Nullable Unit unit() {
        return unit;
    }

    public @Nullable Responsible responsible() {
        return responsible;
    }

    public @Nullable String measures() {
        return measures;
    }

    public @Nullable BigDecimal funds() {
        return funds;
    }

    public @Nullable String contingencyPlan() {
        return contingencyPlan;
    }

    public @Nullable String interimControls() {
        return interimControls;
    }

    public @Nullable Instant dueFrom() {
        return dueFrom;
    }

    public @Nullable Instant dueAt() {
        return dueAt;
    }

    public @Nullable Instant originalDueAt() {
        return originalDueAt;
    }

    /** Whether the deadline is later than it was first set. */
    public boolean extended() {
        return !Objects.equals(dueAt, originalDueAt);
    }

    public @Nullable Integer policyVersion() {
        return policyVersion;
    }

    public @Nullable String noticeNumber() {
        return noticeNumber;
    }

    public @Nullable ExtensionRequest extensionRequest() {
        return extensionRequest;
    }

    /** How many extensions were asked for. */
    public int extensions() {
        return extensions;
    }

    public @Nullable Supervision supervision() {
        return supervision;
    }

    public Instant foundAt() {
        return foundAt;
    }

    public @Nullable Instant assignedAt() {
        return assignedAt;
    }

    public @Nullable Instant rectifiedAt() {
        return rectifiedAt;
    }

    public @Nullable String rectifiedBy() {
        return rectifiedBy;
    }

    public @Nullable String rectification() {
        return rectification;
    }

    public @Nullable Reinspection reinspection() {
        return reinspection;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    public @Nullable String closedBy() {
        return closedBy;
    }

    public @Nullable String opinion() {
        return opinion;
    }

    public @Nullable String approvedBy() {
        return approvedBy;
    }

    public @Nullable UUID mergedInto() {
        return mergedInto;
    }

    public @Nullable String dismissedBecause() {
        return dismissedBecause;
    }
}
