package io.bihuan.hazard.training;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A training session 培训 on record. One entered by mistake is voided, and stays. */
@Entity
@SuppressWarnings("NullAway.Init") // filled by Hibernate, or by Trainings
public class Training {

    @Id
    private UUID id;

    private String topic;

    @Column(name = "held_at")
    private Instant heldAt;

    @Column(name = "district_code")
    private String districtCode;

    @Enumerated(EnumType.STRING)
    private Audience audience;

    private int people;
    private @Nullable String place;
    private @Nullable String trainer;
    private @Nullable String campaign;

    @Column(name = "voided_at")
    private @Nullable Instant voidedAt;

    @Column(name = "void_reason")
    private @Nullable String voidReason;

    int version;
    String hash;

    /** For Hibernate. */
    protected Training() {}

    Training(UUID id, Session session, Instant heldAt) {
        this.id = id;
        this.heldAt = heldAt;
        topic = session.topic();
        districtCode = session.districtCode();
        audience = session.audience();
        people = session.people();
        place = session.place();
        trainer = session.trainer();
        campaign = session.campaign();
        version = 1;
        hash = "";
    }

    void strikeOut(String reason, Instant at) {
        voidedAt = at;
        voidReason = reason;
        version++;
    }

    public UUID id() {
        return id;
    }

    public Session session() {
        return new Session(topic, districtCode, audience, people, place, trainer, campaign);
    }

    public Instant heldAt() {
        return heldAt;
    }

    public boolean voided() {
        return voidedAt != null;
    }

    public @Nullable Instant voidedAt() {
        return voidedAt;
    }

    public @Nullable String voidReason() {
        return voidReason;
    }

    public int version() {
        return version;
    }
}
