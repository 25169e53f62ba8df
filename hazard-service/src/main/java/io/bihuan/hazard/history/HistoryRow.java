package io.bihuan.hazard.history;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One step as it was recorded. Written once, never changed; its columns are what the relay publishes. */
@Entity
@Immutable
@Table(name = "history")
@SuppressWarnings("NullAway.Init") // filled by Hibernate, or by History
public class HistoryRow extends PanacheEntityBase {

    /** Also the published event's {@code ce_id}. */
    @Id
    UUID id;

    String stream;
    String key;
    String subject;
    int version;
    String type;
    Instant at;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Nullable
    String by;

    /** The event's data, the very text that is published and hashed. */
    String data;

    @Column(name = "previous_hash")
    String previousHash;

    String hash;

    static List<HistoryRow> of(String stream, String key) {
        return list("stream = ?1 and key = ?2 order by version", stream, key);
    }

    static List<HistoryRow> of(String stream, Collection<String> keys) {
        return keys.isEmpty() ? List.of() : list("stream = ?1 and key in ?2 order by key, version", stream, keys);
    }

    public UUID id() {
        return id;
    }

    public int version() {
        return version;
    }

    public String type() {
        return type;
    }

    public Instant at() {
        return at;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public @Nullable String by() {
        return by;
    }

    public String data() {
        return data;
    }

    public String previousHash() {
        return previousHash;
    }

    public String hash() {
        return hash;
    }
}
