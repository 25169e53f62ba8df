package io.bihuan.notification.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * A message claimed to be handed over.
 *
 * @param id the same over every attempt
 * @param phone whom to: E.164 or the mainland 11 digits
 * @param text what, the signature in front
 * @param attempts how many there were, with this one
 * @param unknown an earlier attempt went out and was not answered
 * @param giveUpAt from this instant on a failed attempt is the last
 * @param createdAt when it was queued
 */
public record Parcel(
        UUID id, String phone, String text, int attempts, boolean unknown, Instant giveUpAt, Instant createdAt) {}
