package io.bihuan.hazard.privacy;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who a citizen is, encrypted; that somebody was known, once it is erased. */
@Entity
@Table(name = "citizen_identity")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class CitizenIdentity {

    @EmbeddedId
    private Place place;

    private byte @Nullable [] ciphertext;

    @Column(name = "key_id")
    private @Nullable Integer keyId;

    @Column(name = "kept_at")
    private Instant keptAt;

    @Column(name = "erased_at")
    private @Nullable Instant erasedAt;

    /** For Hibernate. */
    protected CitizenIdentity() {}

    CitizenIdentity(Place place, Identity identity, Keyring keys, Instant keptAt) {
        this.place = place;
        this.ciphertext = keys.encrypt(identity.written(), place.toString());
        this.keyId = keys.primary();
        this.keptAt = keptAt;
    }

    Place place() {
        return place;
    }

    Known known(Keyring keys) {
        return new Known(
                ciphertext == null ? null : Identity.read(keys.decrypt(ciphertext, place.toString())), erasedAt);
    }
}
