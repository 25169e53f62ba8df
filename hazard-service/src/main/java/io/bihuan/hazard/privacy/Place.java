package io.bihuan.hazard.privacy;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/**
 * Where an identity belongs. Encrypted for one place it cannot be decrypted in another.
 *
 * @param subject the case or hazard
 */
@Embeddable
record Place(
        @Column(name = "subject_id") UUID subject,
        @Enumerated(EnumType.STRING) Capacity capacity) {

    /** As {@link Rotation} makes it of the table's columns. */
    @Override
    public String toString() {
        return capacity + ":" + subject;
    }
}
