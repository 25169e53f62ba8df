package io.bihuan.hazard.proof;

import io.bihuan.hazard.proof.Finding.Kind;
import io.bihuan.hazard.proof.Finding.Place;
import org.jspecify.annotations.Nullable;

/** Follows the chains, one after the other, each from its first row to its last and to where its subject stands. */
final class ChainCheck {

    private final Findings findings;
    private @Nullable Link last;

    ChainCheck(Findings findings) {
        this.findings = findings;
    }

    /**
     * A row of a chain together with where its subject stands.
     *
     * @param row null where a subject has none
     * @param head null where rows have no subject
     */
    record Link(
            String stream,
            String key,
            String number,
            @Nullable Step row,
            @Nullable Head head) {

        boolean isOfTheSameChain(Link other) {
            return stream.equals(other.stream) && key.equals(other.key);
        }
    }

    /** What ties a row to others. */
    record Step(long seq, int version, String previousHash, String hash) {}

    /** Where a subject stands. */
    record Head(int version, String hash) {}

    /** The next link: chains one after the other, their rows by version. */
    void link(Link link) {
        Link before = last;
        if (before != null && !before.isOfTheSameChain(link)) {
            finish(before);
            before = null;
        }
        last = link;
        if (link.row == null) {
            return;
        }
        Step previous = before == null ? null : before.row;
        int due = previous == null ? 1 : previous.version + 1;
        if (link.row.version > due) {
            findings.add(Finding.row(
                    Kind.ROWS_MISSING,
                    place(link, link.row),
                    Integer.toString(due),
                    Integer.toString(link.row.version - 1)));
        } else {
            String expected = previous == null ? "" : previous.hash;
            if (link.row.version < due || !link.row.previousHash.equals(expected)) {
                findings.add(Finding.row(Kind.CHAIN_BROKEN, place(link, link.row), link.row.previousHash, expected));
            }
        }
    }

    /** There are no more. */
    void end() {
        if (last != null) {
            finish(last);
        }
    }

    private void finish(Link end) {
        Step row = end.row;
        Head head = end.head;
        if (head == null) {
            findings.add(Finding.subject(Kind.SUBJECT_MISSING, end.stream, end.key, end.number));
        } else if (row == null) {
            findings.add(Finding.subject(
                    Kind.CHAIN_MISSING, end.stream, end.key, end.number, Integer.toString(head.version)));
        } else if (row.version < head.version) {
            findings.add(Finding.subject(
                    Kind.LAST_ROWS_MISSING,
                    end.stream,
                    end.key,
                    end.number,
                    Integer.toString(row.version + 1),
                    Integer.toString(head.version)));
        } else if (row.version > head.version) {
            findings.add(Finding.row(Kind.ROWS_ADDED, place(end, row), Integer.toString(head.version)));
        } else if (!row.hash.equals(head.hash)) {
            findings.add(Finding.row(Kind.SUBJECT_DIFFERS, place(end, row), head.hash, row.hash));
        }
    }

    private static Place place(Link link, Step row) {
        return new Place(link.stream, link.key, link.number, row.version, row.seq);
    }
}
