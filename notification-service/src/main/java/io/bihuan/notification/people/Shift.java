package io.bihuan.notification.people;

import static java.util.Objects.requireNonNull;

import com.github.f4b6a3.uuid.UuidCreator;
import io.bihuan.notification.ladder.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Days on which a contact is on duty at a district's post. */
@Entity
@Table(name = "shift")
@SuppressWarnings("NullAway.Init")
public class Shift {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "district_code")
    private String districtCode;

    @Column(name = "post_key")
    private String postKey;

    @ManyToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "contact_id")
    private Contact contact;

    @Embedded
    private Days days;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Nullable
    @Column(name = "recorded_by")
    private String recordedBy;

    /** For Hibernate. */
    protected Shift() {}

    Shift(Post post, Contact contact, Days days, Instant at, @Nullable String by) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.role = post.role();
        this.districtCode = requireNonNull(post.districtCode());
        this.postKey = post.key();
        this.contact = contact;
        this.days = days;
        this.recordedAt = at;
        this.recordedBy = by;
    }

    public UUID id() {
        return id;
    }

    public Role role() {
        return role;
    }

    public String districtCode() {
        return districtCode;
    }

    String postKey() {
        return postKey;
    }

    public Contact contact() {
        return contact;
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
