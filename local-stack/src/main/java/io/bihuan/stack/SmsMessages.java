package io.bihuan.stack;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The messages that the gateway accepted: each id once, in the order of their arrival. */
final class SmsMessages {

    /**
     * @param messageId the sender's id, the same over every retry
     * @param sentAt when the first accepted attempt left, as the sender wrote it
     * @param receivedAt when it was accepted
     * @param attempts how many requests brought it, those that failed included
     * @param via which way it came: {@code http}, {@code smpp} or {@code cmpp}
     */
    record Message(
            String messageId,
            String to,
            String text,
            String sentAt,
            String receivedAt,
            String gatewayId,
            int attempts,
            String via) {

        /** Earlier stores knew one way only. */
        @JsonCreator
        static Message stored(
                @JsonProperty("messageId") String messageId,
                @JsonProperty("to") String to,
                @JsonProperty("text") String text,
                @JsonProperty("sentAt") String sentAt,
                @JsonProperty("receivedAt") String receivedAt,
                @JsonProperty("gatewayId") String gatewayId,
                @JsonProperty("attempts") int attempts,
                @JsonProperty("via") @Nullable String via) {
            return new Message(
                    messageId, to, text, sentAt, receivedAt, gatewayId, attempts, via == null ? "http" : via);
        }

        Message attempted(int times) {
            return new Message(messageId, to, text, sentAt, receivedAt, gatewayId, times, via);
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final @Nullable Path store;
    private final Map<String, Message> kept = new LinkedHashMap<>();
    private final Map<String, Integer> attempts = new HashMap<>();

    private SmsMessages(@Nullable Path store) {
        this.store = store;
    }

    /** @param store a file with a message per line, the last line of an id counts; null to keep nothing */
    static SmsMessages in(@Nullable Path store) {
        var messages = new SmsMessages(store);
        if (store != null && Files.exists(store)) {
            try {
                for (var line : Files.readAllLines(store)) {
                    var message = JSON.readValue(line, Message.class);
                    messages.kept.put(message.messageId(), message);
                    messages.attempts.put(message.messageId(), message.attempts());
                }
            } catch (IOException e) {
                throw new PartFailedException(
                        SmsInbox.NAME, "cannot read " + store + ", remove it to begin anew: " + e.getMessage(), e);
            }
        }
        return messages;
    }

    synchronized void attempted(String messageId) {
        attempts.merge(messageId, 1, Integer::sum);
    }

    /** Keeps the message unless its id is known, and answers the one that is kept. */
    synchronized Message keep(
            String via, String messageId, String to, String text, String sentAt, String gatewayId, Instant now) {
        int times = attempts.getOrDefault(messageId, 1);
        var known = kept.get(messageId);
        var message = known == null
                ? new Message(messageId, to, text, sentAt, now.toString(), gatewayId, times, via)
                : known.attempted(times);
        kept.put(messageId, message);
        write(message);
        return message;
    }

    synchronized List<Message> all(@Nullable String to) {
        return kept.values().stream()
                .filter(message -> to == null || message.to().equals(to))
                .toList();
    }

    synchronized void clear() {
        kept.clear();
        attempts.clear();
        if (store != null) {
            try {
                Files.deleteIfExists(store);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void write(Message message) {
        if (store != null) {
            try {
                Files.writeString(
                        store,
                        JSON.writeValueAsString(message) + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
