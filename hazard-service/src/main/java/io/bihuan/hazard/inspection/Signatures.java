package io.bihuan.hazard.inspection;

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
        @Nullable String refusedReason) {}
