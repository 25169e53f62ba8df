package io.bihuan.hazard.evidence;

import io.bihuan.hazard.lifecycle.Location;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One photo or paper, as evidence of one hazard. Never changed. */
@Entity
@Immutable
@Table(name = "evidence")
@SuppressWarnings("NullAway.Init") // filled by Hibernate, or by Evidence
public class Exhibit {

    @Id
    UUID id;

    @Column(name = "hazard_id")
    UUID hazardId;

    String sha256;

    @Column(name = "media_type")
    String mediaType;

    long size;

    @Column(name = "file_name")
    String fileName;

    @Nullable
    String caption;

    @Column(name = "taken_at")
    @Nullable
    Instant takenAt;

    @Embedded
    @Nullable
    Location location;

    @Column(name = "uploaded_at")
    Instant uploadedAt;

    public UUID id() {
        return id;
    }

    public UUID hazardId() {
        return hazardId;
    }

    /** Of the original bytes, in hexadecimal. */
    public String sha256() {
        return sha256;
    }

    public Format format() {
        return Format.of(mediaType);
    }

    /** Of the original, in bytes. */
    public long size() {
        return size;
    }

    /** What whoever saves it may call it: the sender's name for it, with the ending that its content has. */
    public String fileName() {
        return fileName;
    }

    public @Nullable String caption() {
        return caption;
    }

    /** When the photo says it was taken. */
    public @Nullable Instant takenAt() {
        return takenAt;
    }

    /** Where the photo says it was taken. */
    public @Nullable Location location() {
        return location;
    }

    public Instant uploadedAt() {
        return uploadedAt;
    }

    /** Whether there are a thumbnail and a public copy: of a paper there are none. */
    public boolean hasPrints() {
        return format().isPicture();
    }
}
