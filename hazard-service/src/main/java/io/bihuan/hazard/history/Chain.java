package io.bihuan.hazard.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash that ties a row to the one before it. */
final class Chain {

    private Chain() {}

    /**
     * SHA-256 over everything the row says and the hash before it. Each part is preceded by its length, so that no
     * two different rows give the same bytes. The row's times, version and author are also in its data.
     */
    static String hash(HistoryRow row) {
        MessageDigest digest = sha256();
        for (String part :
                new String[] {row.previousHash, row.id.toString(), row.stream, row.key, row.subject, row.type, row.data
                }) {
            byte[] bytes = part.getBytes(UTF_8);
            digest.update((bytes.length + ":").getBytes(UTF_8));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
