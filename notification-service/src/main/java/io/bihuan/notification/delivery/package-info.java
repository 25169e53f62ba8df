/**
 * Messages on their way to a person's phone. A message keeps its id over retries, restarts and replicas, and the gateway
 * is idempotent by it, so nothing is sent twice: it is queued in the transaction that decides it, claimed under a lease,
 * handed to the {@code Gateway} outside any transaction, and what became of it is recorded in batches.
 */
@NullMarked
package io.bihuan.notification.delivery;

import org.jspecify.annotations.NullMarked;
