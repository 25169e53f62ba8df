package io.bihuan.hazard.intake;

import io.bihuan.hazard.handling.Finding;
import java.time.Instant;
import java.util.List;

/**
 * What a row says of one hazard.
 *
 * @param foundAt when it was found
 * @param finding what was found; names the ledger and the source's own number
 * @param steps every step since, the oldest first
 */
record PastLife(Instant foundAt, Finding finding, List<PastStep> steps) {}
