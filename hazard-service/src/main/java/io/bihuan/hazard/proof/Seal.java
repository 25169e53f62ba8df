package io.bihuan.hazard.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bihuan.hazard.history.Chain;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * What the history was when a day was over.
 *
 * @param day the local day; seals follow each other day by day
 * @param after the number of the last row of the seal before; 0 in the first, which takes in all that was there
 * @param through the number of the last row that it takes in
 * @param rows how many rows lie between: numbers are left out where a step failed
 * @param rowsHash SHA-256 over the rows' hashes in the order of their numbers, each followed by a line feed
 * @param previousHash of the seal before; an empty text in the first
 * @param hash SHA-256 over all of this, a line each
 */
public record Seal(
        LocalDate day,
        long after,
        long through,
        long rows,
        String rowsHash,
        Instant sealedAt,
        String previousHash,
        String hash) {

    static Seal over(LocalDate day, long after, long through, RowsHash rows, Instant sealedAt, String previousHash) {
        Seal open = new Seal(day, after, through, rows.count(), rows.hash(), sealedAt, previousHash, "");
        return new Seal(day, after, through, open.rows, open.rowsHash, sealedAt, previousHash, open.recomputed());
    }

    /** Whether it says what it said when it was made. */
    boolean isIntact() {
        return recomputed().equals(hash);
    }

    boolean isFirst() {
        return previousHash.isEmpty();
    }

    private String recomputed() {
        String text =
                "%s\n%d\n%d\n%d\n%s\n%s\n%s\n".formatted(day, after, through, rows, rowsHash, sealedAt, previousHash);
        return HexFormat.of().formatHex(Chain.sha256().digest(text.getBytes(UTF_8)));
    }
}
