package io.bihuan.notification.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An SMS to one person, with what became of it: the proof of service (glossary, section 5). */
@Entity
@Table(name = "message")
@SuppressWarnings("NullAway.Init")
public class Message {

    @Id
    private UUID id;

    @Nullable
    @Column(name = "hazard_id")
    private UUID hazardId;

    private String template;

    @Nullable
    private String recipient;

    @Nullable
    private String phone;

    private String text;

    private int segments;

    @Enumerated(EnumType.STRING)
    private MessageState state;

    private int attempts;

    @Column(name = "created_at")
    private Instant createdAt;

    @Nullable
    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @Nullable
    private String gateway;

    @Nullable
    @Column(name = "gateway_id")
    private String gatewayId;

    @Nullable
    @Column(name = "handed_over_at")
    private Instant handedOverAt;

    @Nullable
    @Column(name = "delivered_at")
    private Instant deliveredAt;

    @Nullable
    private String failure;

    /** For Hibernate; a message is made by {@link Outbox}. */
    protected Message() {}

    public UUID id() {
        return id;
    }

    /** The one hazard that it is about; null for a digest, or if it is about something else. */
    public @Nullable UUID hazardId() {
        return hazardId;
    }

    /** The name of the text that it was made from. */
    public String template() {
        return template;
    }

    /** The person whom it tells, as on file when it was made. */
    public @Nullable String recipient() {
        return recipient;
    }

    /** Where it goes; null when there was no phone on file. */
    public @Nullable String phone() {
        return phone;
    }

    public String text() {
        return text;
    }

    /** How many SMS it is billed as. */
    public int segments() {
        return segments;
    }

    public MessageState state() {
        return state;
    }

    /** How often it was claimed to be handed over. */
    public int attempts() {
        return attempts;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The gateway that it was last given to. */
    public @Nullable String gateway() {
        return gateway;
    }

    /** The gateway's own id of it, or of its first part. */
    public @Nullable String gatewayId() {
        return gatewayId;
    }

    public @Nullable Instant handedOverAt() {
        return handedOverAt;
    }

    public @Nullable Instant deliveredAt() {
        return deliveredAt;
    }

    public @Nullable String failure() {
        return failure;
    }

    /**
     * Takes a receipt. A delivery is final and proves that the message went out, whatever was thought of it before; a failure
     * counts unless the message's end is already known. A receipt may come before the gateway's own answer, and twice.
     */
    void receive(Receipt receipt) {
        if (state == MessageState.DELIVERED) {
            return;
        }
        if (receipt.delivered()) {
            state = MessageState.DELIVERED;
            deliveredAt = receipt.at();
            failure = null;
            nextAttemptAt = null;
        } else if (state != MessageState.FAILED && state != MessageState.CANCELLED) {
            state = MessageState.FAILED;
            failure = receipt.failure();
            nextAttemptAt = null;
        }
    }
}
