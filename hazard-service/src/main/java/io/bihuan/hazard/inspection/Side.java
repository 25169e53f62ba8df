package io.bihuan.hazard.inspection;

import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who signs an inspection. */
@Schema(
        name = "Side",
        enumeration = {"inspector", "unit"})
public enum Side {
    /** 检查人员 */
    INSPECTOR,
    /** 被检查单位 */
    UNIT;

    /**
     * The side that an address names.
     *
     * @throws IllegalArgumentException if it names none, by which JAX-RS knows that it leads nowhere
     */
    public static Side fromString(String word) {
        return Arrays.stream(values())
                .filter(side -> side.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word));
    }

    /** As addresses and the properties of {@link Signatures} name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
