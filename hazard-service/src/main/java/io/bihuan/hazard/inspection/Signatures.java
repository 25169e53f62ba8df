package io.bihuan.hazard.inspection;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Both sides' signatures.
 *
 * @param inspector one of those who inspected
 * @param unit for the unit; null if it refused to sign
 * @param refusedReason why it refused; null if it signed
 */
public record Signatures(
        Signature inspector,
        @Nullable Signature unit,
        @Nullable String refusedReason) {

    /** One of them; null if that side did not sign. */
    public @Nullable Signature of(Side side) {
        return side == Side.INSPECTOR ? inspector : unit;
    }

    /** SHA-256 of the picture of a side's signature, in hexadecimal; empty if it did not sign, or on paper. */
    public Optional<String> fingerprint(Side side) {
        return Optional.ofNullable(of(side)).flatMap(Signature::fingerprint);
    }
}
