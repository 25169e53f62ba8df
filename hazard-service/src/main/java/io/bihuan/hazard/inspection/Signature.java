package io.bihuan.hazard.inspection;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That somebody signed (谁检查、谁签字、谁负责).
 *
 * @param evidence the id of the signed paper, or the fingerprint of the picture
 */
@Embeddable
public record Signature(
        String name, Instant signedAt, @Nullable String evidence) {

    /** SHA-256 of the picture of it, in hexadecimal; empty if it is on paper. */
    public Optional<String> fingerprint() {
        return Optional.ofNullable(evidence)
                .filter(id -> id.matches("[0-9a-fA-F]{64}"))
                .map(hex -> hex.toLowerCase(Locale.ROOT));
    }
}
