package io.bihuan.reporting.briefing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A briefing as it stands on file, without its figures.
 *
 * @param text what people wrote in place of the proposals
 * @param version 1, and one more each time that the text of the draft is edited
 * @param number null of a draft; likewise the two moments
 * @param asOf the moment at which the figures are frozen
 */
public record Briefing(
        UUID id,
        Subject subject,
        Text text,
        int version,
        Instant draftedAt,
        @Nullable Number number,
        @Nullable Instant asOf,
        @Nullable Instant issuedAt) {

    public State state() {
        return number == null ? State.DRAFT : State.ISSUED;
    }

    /** What it is called in an address: its number, or while it has none its id. */
    public String name() {
        return number == null ? id.toString() : number.toString();
    }

    Briefing issued(Number number, Instant asOf, Instant issuedAt) {
        return new Briefing(id, subject, text, version, draftedAt, number, asOf, issuedAt);
    }
}
