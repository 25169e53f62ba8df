package io.bihuan.hazard.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bihuan.hazard.history.Chain;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Rows of the history taken together, in the order of their numbers. */
final class RowsHash {

    private final MessageDigest digest = Chain.sha256();
    private long count;

    void add(String rowHash) {
        digest.update(rowHash.getBytes(UTF_8));
        digest.update((byte) '\n');
        count++;
    }

    long count() {
        return count;
    }

    /** Of the rows until now; then it begins anew. */
    String hash() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
