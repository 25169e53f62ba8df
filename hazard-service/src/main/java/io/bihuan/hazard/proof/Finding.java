package io.bihuan.hazard.proof;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that a verification found, and where.
 *
 * @param stream the kind of subject; null where it is about a seal
 * @param key the subject's
 * @param number the subject's, as people call it
 * @param version the step's
 * @param seq the row's number in the table
 * @param day of the seal
 * @param details what the message names beside these
 */
public record Finding(
        Kind kind,
        @Nullable String stream,
        @Nullable String key,
        @Nullable String number,
        @Nullable Integer version,
        @Nullable Long seq,
        @Nullable LocalDate day,
        List<String> details) {

    /** What was found. {@code finding.<kind>} is its text in {@code messages.properties}. */
    @Schema(name = "FindingKind")
    public enum Kind {
        /** A row does not give its hash: what it says was changed, or the hash. */
        ROW_CHANGED,
        /** A column and the event's data say different things. */
        COLUMN_CHANGED,
        /** A row's data is not what an event's data looks like. */
        DATA_UNREADABLE,
        /** Rows of a chain are gone before others that are there. */
        ROWS_MISSING,
        /** A row names another row before it than the one that is there. */
        CHAIN_BROKEN,
        /** Rows at the end of a chain are gone: its subject stands at a later version. */
        LAST_ROWS_MISSING,
        /** Rows follow the one that its subject stands at. */
        ROWS_ADDED,
        /** A subject stands at the version of its last row, but at another hash. */
        SUBJECT_DIFFERS,
        /** A subject has no rows. */
        CHAIN_MISSING,
        /** Rows have no subject. */
        SUBJECT_MISSING,
        /** A day has no seal although later ones have, or had. */
        SEALS_MISSING,
        /** A seal does not give its hash. */
        SEAL_CHANGED,
        /** A seal names another seal before it than the one that is there. */
        SEAL_CHAIN_BROKEN,
        /** There are other rows now than those that were sealed. */
        SEALED_ROWS_DIFFER,
        /** A seal that was kept elsewhere is not there. */
        KEPT_SEAL_MISSING,
        /** A seal that was kept elsewhere says something else. */
        KEPT_SEAL_DIFFERS,
        /** No harm: rows were committed after the day's seal was made, and are in a later one. */
        ROWS_LATE(false);

        private final boolean wrong;

        Kind() {
            this(true);
        }

        Kind(boolean wrong) {
            this.wrong = wrong;
        }

        /** Whether the history is not what was recorded; else it is only a remark. */
        public boolean isWrong() {
            return wrong;
        }
    }

    /** About a row. */
    static Finding row(Kind kind, Place place, String... details) {
        return new Finding(
                kind,
                place.stream(),
                place.key(),
                place.number(),
                place.version(),
                place.seq(),
                null,
                List.of(details));
    }

    /** About a subject and its chain. */
    static Finding subject(Kind kind, String stream, String key, String number, String... details) {
        return new Finding(kind, stream, key, number, null, null, null, List.of(details));
    }

    /** About the seal of a day. */
    static Finding seal(Kind kind, LocalDate day, String... details) {
        return new Finding(kind, null, null, null, null, null, day, List.of(details));
    }

    /** Where a row is. */
    record Place(String stream, String key, String number, int version, long seq) {}
}
