package io.bihuan.hazard.documents;

import java.time.Instant;

/**
 * A document that a step issued.
 *
 * @param issuedAt when the step happened
 * @param version of the hazard that the step made: its row in the history
 */
public record Issued(Kind kind, String number, Instant issuedAt, int version) {}
