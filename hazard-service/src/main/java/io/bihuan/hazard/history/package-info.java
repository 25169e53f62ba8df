/**
 * The append-only history: one hash-chained row per step, written in the transaction that takes the step. It is the
 * audit trail and, read by the relay from the write-ahead log, the outbox.
 */
@NullMarked
package io.bihuan.hazard.history;

import org.jspecify.annotations.NullMarked;
