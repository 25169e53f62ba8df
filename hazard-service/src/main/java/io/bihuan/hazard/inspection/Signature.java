package io.bihuan.hazard.inspection;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody signed (谁检查、谁签字、谁负责).
 *
 * @param evidence the id of the signed paper or picture
 */
@Embeddable
public record Signature(
        String name, Instant signedAt, @Nullable String evidence) {}
