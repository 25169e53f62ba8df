package io.bihuan.hazard.escalation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A step of the escalation ladder that a hazard reached. Written once, never changed. */
@Entity
@Immutable
@Table(name = "escalation")
@IdClass(Escalation.Key.class)
@SuppressWarnings("NullAway.Init") // filled by Hibernate
public class Escalation {

    @Id
    @Column(name = "hazard_id")
    UUID hazardId;

    @Id
    int round;

    @Id
    @Column(name = "due_at")
    Instant dueAt;

    @Id
    String step;

    int level;

    @Nullable
    String document;

    @Column(name = "ladder_version")
    int ladderVersion;

    Instant at;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "told_roles", columnDefinition = "text[]")
    String[] toldRoles;

    @Column(name = "told_names", columnDefinition = "text[]")
    @Nullable
    String[] toldNames;

    /** Each step is reached once per hazard, round and deadline. */
    record Key(UUID hazardId, int round, Instant dueAt, String step) implements Serializable {}

    public UUID hazardId() {
        return hazardId;
    }

    public int round() {
        return round;
    }

    /** The deadline that was missed. */
    public Instant dueAt() {
        return dueAt;
    }

    /** Its code: REMIND, INTERVIEW, CIRCULAR, LISTED or a city's own. */
    public String step() {
        return step;
    }

    /** How high it stands on the ladder, from 1. */
    public int level() {
        return level;
    }

    /** The name of the document that goes with it. */
    public @Nullable String document() {
        return document;
    }

    /** Of the grade's ladder by which it was planned. */
    public int ladderVersion() {
        return ladderVersion;
    }

    /** When it was reached. */
    public Instant at() {
        return at;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    /** Empty if nobody was on file. */
    public List<Told> told() {
        return IntStream.range(0, toldRoles.length)
                .mapToObj(place -> new Told(toldRoles[place], toldNames[place]))
                .toList();
    }

    /** Whether it is of the deadline that a hazard has now. */
    boolean isOf(int round, @Nullable Instant dueAt) {
        return this.round == round && Objects.equals(this.dueAt, dueAt);
    }
}
