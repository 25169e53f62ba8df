package io.bihuan.hazard.evidence;

import io.bihuan.hazard.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a file by looking at nothing but its content.
 *
 * @param prints null for a paper
 */
record Examination(
        Format format, String sha256, Shot shot, @Nullable Prints prints) {

    private static final int PDF_END_WITHIN = 2048;

    /**
     * Reads the content through.
     *
     * @throws UnfitFile if it is of another kind
     * @throws Refusal if it is broken, or larger than can be borne
     */
    static Examination of(Submission submission, Darkroom darkroom, ZoneId zone) throws IOException {
        Content content = submission.content();
        Format format = formatOf(content);
        if (!format.isPicture()) {
            demandWholePdf(submission);
            return new Examination(format, sha256(content), Shot.UNKNOWN, null);
        }
        Header header = header(format, content);
        Shot shot = Shot.of(header.exif(), zone);
        return new Examination(
                format, sha256(content), shot, darkroom.develop(format, header, shot.orientation(), content));
    }

    private static Format formatOf(Content content) throws IOException {
        try (InputStream in = content.open()) {
            return Format.of(in).orElseThrow(() -> new UnfitFile("detail.unfitFile"));
        }
    }

    private static Header header(Format format, Content content) {
        try {
            return Header.of(format, content);
        } catch (IOException e) {
            Refusal broken = new Refusal("file", "evidence.broken");
            broken.initCause(e);
            throw broken;
        }
    }

    /** A PDF begins at its first byte, so that it is nothing else besides, and its end has arrived. */
    private static void demandWholePdf(Submission submission) throws IOException {
        try (InputStream in = submission.content().open()) {
            String start = new String(in.readNBytes(5), StandardCharsets.ISO_8859_1);
            in.skipNBytes(Math.max(0, submission.size() - start.length() - PDF_END_WITHIN));
            String end = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            if (!start.equals("%PDF-") || !end.contains("%%EOF")) {
                throw new Refusal("file", "evidence.broken");
            }
        }
    }

    private static String sha256(Content content) throws IOException {
        try (InputStream in = content.open()) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, sha256).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
