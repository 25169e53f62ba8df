/**
 * Takes the events from Kafka, in batches, at least once, and applies them once. What a record itself makes impossible goes to the
 * dead letters with its reason; what only fails for want of the database or the broker waits for them.
 */
@org.jspecify.annotations.NullMarked
package io.bihuan.reporting.intake;
