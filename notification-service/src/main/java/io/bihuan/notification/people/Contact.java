package io.bihuan.notification.people;

import com.github.f4b6a3.uuid.UuidCreator;
import io.bihuan.notification.ladder.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person who holds a post or stands in for the one who does. Personal data: it leaves by the register's calls alone. */
@Entity
@Table(name = "contact")
@SuppressWarnings("NullAway.Init")
public class Contact {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Nullable
    private String unit;

    @Nullable
    @Column(name = "district_code")
    private String districtCode;

    @Column(name = "post_key")
    private String postKey;

    private int place;

    private String name;

    private String phone;

    private String language;

    private boolean active;

    private int version;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Nullable
    @Column(name = "recorded_by")
    private String recordedBy;

    /** For Hibernate. */
    protected Contact() {}

    static Contact blank() {
        var contact = new Contact();
        contact.id = UuidCreator.getTimeOrderedEpoch();
        return contact;
    }

    /** Lets an entry stand in place of what stood here; one that says nothing new changes nothing. */
    void take(ContactEntry entry, Post post, int newPlace, Instant at) {
        if (version > 0 && says(entry, newPlace)) {
            return;
        }
        role = post.role();
        unit = post.unit();
        districtCode = post.districtCode();
        postKey = post.key();
        place = newPlace;
        name = entry.name();
        phone = entry.phone();
        language = entry.language();
        active = entry.active();
        changed(at, entry.recordedBy());
    }

    /** Takes the person out of use. The row stays, so that a message's recipient can still be looked up. */
    void retire(Instant at, @Nullable String by) {
        if (active) {
            active = false;
            changed(at, by);
        }
    }

    private boolean says(ContactEntry entry, int newPlace) {
        return role == entry.role()
                && Objects.equals(unit, entry.unit())
                && Objects.equals(districtCode, entry.districtCode())
                && place == newPlace
                && name.equals(entry.name())
                && phone.equals(entry.phone())
                && language.equals(entry.language())
                && active == entry.active();
    }

    private void changed(Instant at, @Nullable String by) {
        version++;
        recordedAt = at;
        recordedBy = by;
    }

    public UUID id() {
        return id;
    }

    public Role role() {
        return role;
    }

    public @Nullable String unit() {
        return unit;
    }

    public @Nullable String districtCode() {
        return districtCode;
    }

    String postKey() {
        return postKey;
    }

    public int place() {
        return place;
    }

    public String name() {
        return name;
    }

    public String phone() {
        return phone;
    }

    public String language() {
        return language;
    }

    public boolean active() {
        return active;
    }

    public int version() {
        return version;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public @Nullable String recordedBy() {
        return recordedBy;
    }
}
