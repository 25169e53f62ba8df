package io.bihuan.notification.delivery;

import io.bihuan.notification.ladder.Role;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one person is to be told of one reminder.
 *
 * @param cause the reminder that calls for it, by which it can be called back
 * @param hazardId the hazard that it is about; null if it is about something else
 * @param template the name of the text that it was made from
 * @param role the post for whose sake the person is told
 * @param place the unit or the district of that post
 * @param recipient the person, for the record
 * @param phone E.164 or the mainland 11 digits; without one the message fails at once, visibly
 * @param language of the text
 * @param text the signature 【…】 in front
 * @param line the same in one short line, for a digest
 * @param priority lower goes first
 * @param urgent may be sent in the quiet hours
 * @param usefulUntil after this instant it helps nobody; null if it always does
 */
public record Notice(
        UUID cause,
        @Nullable UUID hazardId,
        String template,
        Role role,
        String place,
        @Nullable String recipient,
        @Nullable String phone,
        Locale language,
        String text,
        String line,
        int priority,
        boolean urgent,
        @Nullable Instant usefulUntil) {}
