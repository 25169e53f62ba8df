package io.bihuan.hazard.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash that ties a row to the one before it. */
public final class Chain {

    private Chain() {}

    /**
     * SHA-256 over everything the row says and the hash before it. Each part is preceded by its length, so that no
     * two different rows give the same bytes. The row's times, version and author are also in its data.
     *
     * @param previousHash of the row before it in its chain, or an empty text
     */
    public static String hash(
            String previousHash, String id, String stream, String key, String subject, String type, String data) {
        MessageDigest digest = sha256();
        for (String part : new String[] {previousHash, id, stream, key, subject, type, data}) {
            byte[] bytes = part.getBytes(UTF_8);
            digest.update((bytes.length + ":").getBytes(UTF_8));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** What all hashes of the history are made with. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
