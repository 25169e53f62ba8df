package io.bihuan.hazard.evidence;

import io.bihuan.hazard.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Pictures that came to be known by their hash before they came themselves, kept beside the evidence of hazards. */
@ApplicationScoped
public class Pictures {

    private final Store store;
    private final Darkroom darkroom;
    private final ZoneId zone;

    Pictures(Store store, Darkroom darkroom, @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.store = store;
        this.darkroom = darkroom;
        this.zone = zone;
    }

    /**
     * Keeps the picture that has this hash.
     *
     * @param sha256 in hexadecimal, in small letters
     * @throws UnfitFile if it is no PNG
     * @throws Refusal if it is broken, or another picture
     */
    public void keep(String sha256, byte[] png) {
        Submission submission = new Submission(() -> new ByteArrayInputStream(png), png.length, null, null);
        try {
            demandPng(submission.content());
            String found = Examination.of(submission, darkroom, zone).sha256();
            if (!found.equals(sha256)) {
                throw new Refusal("file", "picture.other", found, sha256);
            }
            store.keep(sha256, submission.content(), submission.size());
        } catch (IOException e) {
            throw new UncheckedIOException("the picture " + sha256 + " could not be stored", e);
        }
    }

    private static void demandPng(Content content) throws IOException {
        try (InputStream in = content.open()) {
            if (Format.of(in).filter(Format.PNG::equals).isEmpty()) {
                throw new UnfitFile("detail.notPng");
            }
        }
    }

    /** The bytes as they came. */
    public InputStream open(String sha256) {
        try {
            return store.open(sha256);
        } catch (IOException e) {
            throw new UncheckedIOException("the picture " + sha256 + " could not be read", e);
        }
    }
}
