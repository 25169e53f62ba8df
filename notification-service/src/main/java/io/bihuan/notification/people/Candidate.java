package io.bihuan.notification.people;

import io.bihuan.notification.ladder.Role;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may be told for a post on a day.
 *
 * @param seat the post at which
 * @param onDuty by the roster, rather than by the order of the contacts
 * @param away on that day
 */
record Candidate(Seat seat, UUID contactId, Holder holder, boolean onDuty, boolean away) {

    /** A post as the database tells it from others. */
    record Seat(String postKey, Role role) {

        static Seat of(Post post) {
            return new Seat(post.key(), post.role());
        }
    }

    static Candidate read(Tuple row) {
        return new Candidate(
                new Seat(row.get("post_key", String.class), Role.valueOf(row.get("role", String.class))),
                row.get("id", UUID.class),
                new Holder(
                        row.get("name", String.class),
                        row.get("phone", String.class),
                        Locale.forLanguageTag(row.get("language", String.class))),
                row.get("on_duty", Boolean.class),
                row.get("away", Boolean.class));
    }

    /**
     * Who of a post's candidates is told: whoever is on duty and there, else the first in order who is there, else the
     * first.
     *
     * @param candidates at least one, who is on duty first and then in order
     */
    static Incumbent choose(Post post, List<Candidate> candidates) {
        var inOrder = candidates.stream().filter(candidate -> !candidate.onDuty).toList();
        var holder = inOrder.isEmpty() ? candidates.get(0) : inOrder.get(0);
        var told = candidates.stream().filter(candidate -> !candidate.away).findFirst();
        return told.map(there -> there.told(post, holder)).orElseGet(() -> holder.told(post, Basis.NOBODY_THERE, null));
    }

    private Incumbent told(Post post, Candidate first) {
        var instead = contactId.equals(first.contactId) ? null : first.holder.name();
        if (onDuty) {
            return told(post, Basis.ON_DUTY, instead);
        }
        return told(post, instead == null ? Basis.HOLDER : Basis.DEPUTY, instead);
    }

    private Incumbent told(Post post, Basis basis, @Nullable String insteadOf) {
        return new Incumbent(post, contactId, holder, basis, insteadOf);
    }
}
