package io.bihuan.hazard.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.apache.tika.Tika;

/**
 * What evidence may be. Other pictures of phones, WebP and HEIC, are not taken: no library reads them in the memory that
 * this service has.
 */
public enum Format {
    JPEG("image/jpeg", ".jpg"),
    PNG("image/png", ".png"),
    PDF("application/pdf", ".pdf");

    private static final Tika TIKA = new Tika();

    private final String mediaType;
    private final String extension;

    Format(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** What the content is, whatever its sender calls it. */
    static Optional<Format> of(InputStream content) throws IOException {
        String type = TIKA.detect(content);
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equals(type))
                .findFirst();
    }

    static Format of(String mediaType) {
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(mediaType));
    }

    public String mediaType() {
        return mediaType;
    }

    /** With its dot. */
    public String extension() {
        return extension;
    }

    boolean isPicture() {
        return this != PDF;
    }
}
