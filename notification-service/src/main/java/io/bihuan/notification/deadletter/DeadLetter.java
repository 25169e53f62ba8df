package io.bihuan.notification.deadletter;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** A record that could not be used, with what became of it. Its content is read from the database only when asked for. */
@Entity
@Table(name = "dead_letter")
@SuppressWarnings("NullAway.Init")
public class DeadLetter {

    @Id
    private UUID id;

    private String topic;

    private int partition;

    /** {@code offset} is a word of SQL. */
    private long position;

    @Nullable
    private String reason;

    @Nullable
    private String detail;

    @Basic(fetch = FetchType.LAZY)
    private byte @Nullable [] key;

    @Basic(fetch = FetchType.LAZY)
    private byte @Nullable [] value;

    @Basic(fetch = FetchType.LAZY)
    @Convert(converter = Headers.class)
    private List<Arrival.Header> headers;

    @Column(name = "set_aside_at")
    private Instant setAsideAt;

    @Enumerated(EnumType.STRING)
    private DeadLetterState state;

    private int attempts;

    @Nullable
    @Column(name = "last_attempt_at")
    private Instant lastAttemptAt;

    @Nullable
    @Column(name = "last_failure")
    private String lastFailure;

    @Nullable
    private Boolean changed;

    @Nullable
    @Column(name = "dropped_because")
    private String droppedBecause;

    @Nullable
    @Column(name = "settled_at")
    private Instant settledAt;

    /** For Hibernate; a letter is made by {@link DeadLetterOffice}. */
    protected DeadLetter() {}

    public UUID id() {
        return id;
    }

    /** Where it came from. */
    public String topic() {
        return topic;
    }

    public int partition() {
        return partition;
    }

    public long offset() {
        return position;
    }

    /** Why it was set aside, as a code. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** Why it was set aside, for people. */
    public Optional<String> detail() {
        return Optional.ofNullable(detail);
    }

    public byte @Nullable [] key() {
        return key;
    }

    public byte @Nullable [] value() {
        return value;
    }

    public List<Arrival.Header> headers() {
        return headers;
    }

    public Instant setAsideAt() {
        return setAsideAt;
    }

    public DeadLetterState state() {
        return state;
    }

    /** How often it was tried again. */
    public int attempts() {
        return attempts;
    }

    public Optional<Instant> lastAttemptAt() {
        return Optional.ofNullable(lastAttemptAt);
    }

    /** Why the last attempt failed; empty if none did. */
    public Optional<String> lastFailure() {
        return Optional.ofNullable(lastFailure);
    }

    /** Of a letter that was retried: whether it changed anything. */
    public Optional<Boolean> changed() {
        return Optional.ofNullable(changed);
    }

    /** Of a letter that was dropped: why. */
    public Optional<String> droppedBecause() {
        return Optional.ofNullable(droppedBecause);
    }

    /** When it was retried with success, or dropped. */
    public Optional<Instant> settledAt() {
        return Optional.ofNullable(settledAt);
    }

    /** The very record that came. */
    ConsumerRecord<byte[], byte[]> asItCame() {
        var came = new RecordHeaders();
        headers.forEach(header -> came.add(header.name(), header.value()));
        return new ConsumerRecord<>(
                topic,
                partition,
                position,
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                key,
                value,
                came,
                Optional.empty());
    }

    void retried(boolean changedAnything, Instant now) {
        attempts++;
        lastAttemptAt = now;
        changed = changedAnything;
        state = DeadLetterState.RETRIED;
        settledAt = now;
    }

    void failedAgain(BrokenRecordException broken, Instant now) {
        attempts++;
        lastAttemptAt = now;
        lastFailure = (broken.reason() + ": " + broken.detail()).replace('\u0000', '\uFFFD');
    }

    void dropped(String because, Instant now) {
        droppedBecause = because;
        state = DeadLetterState.DROPPED;
        settledAt = now;
    }
}
