package io.bihuan.hazard.evidence;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is handed in as evidence.
 *
 * @param size of the content, in bytes
 * @param fileName as its sender calls it, which proves nothing
 */
public record Submission(
        Content content,
        long size,
        @Nullable String fileName,
        @Nullable String caption) {

    private static final int LONGEST_NAME = 150;

    /** The sender's name without folders, without what is invisible or steers a terminal, and with the right ending. */
    String nameFor(Format format) {
        String given = fileName == null ? "" : fileName.substring(afterLastSeparator(fileName));
        String name = given.replaceAll("\\p{C}|[\"*:<>?|;]", "").strip();
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(format.extension()) || format == Format.JPEG && lower.endsWith(".jpeg")) {
            name = name.substring(0, name.lastIndexOf('.'));
        }
        int end = Math.min(name.length(), LONGEST_NAME);
        String stem = name.substring(0, end > 0 && Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end);
        return (stem.isBlank() ? "evidence" : stem) + format.extension();
    }

    private static int afterLastSeparator(String name) {
        return Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1;
    }
}
