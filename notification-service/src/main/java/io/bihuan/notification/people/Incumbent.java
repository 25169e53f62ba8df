package io.bihuan.notification.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is told for a post on a day, and why.
 *
 * @param post where it is held: the one asked for, or that of a district above it
 * @param contactId who it is in the register of contacts
 * @param holder how to reach the person
 * @param basis why
 * @param insteadOf the name of the holder, for whom a person on duty or a deputy is told
 */
public record Incumbent(
        Post post,
        UUID contactId,
        Holder holder,
        Basis basis,
        @Nullable String insteadOf) {}
