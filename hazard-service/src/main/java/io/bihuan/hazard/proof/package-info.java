/**
 * Proof that the history is what was recorded: a seal per day over the rows of all chains, and the verification that
 * recomputes everything and says what does not hold (ADR 24). It reads tables, row by row, and keeps no history in memory.
 */
@NullMarked
package io.bihuan.hazard.proof;

import org.jspecify.annotations.NullMarked;
