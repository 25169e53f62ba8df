package io.bihuan.notification.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to be sent.
 *
 * @param hazardId the hazard that it is about
 * @param reminderId the reminder that calls for it, by which it can be called back
 * @param template the name of the text that it was made from
 * @param recipient the person, for the record
 * @param phone E.164 or the mainland 11 digits; without one the message fails at once, visibly
 * @param text the signature 【…】 in front
 * @param priority lower goes first
 */
public record NewMessage(
        UUID hazardId,
        UUID reminderId,
        String template,
        @Nullable String recipient,
        @Nullable String phone,
        String text,
        int priority) {}
