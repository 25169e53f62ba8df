/**
 * Publishes the history onto Kafka: Debezium reads the rows from PostgreSQL's write-ahead log and a producer hands
 * them to the broker. Knows a table, not a class, so that Kafka Connect can take its place. Publishes again from the table
 * what an operator asks for.
 */
@NullMarked
package io.bihuan.hazard.relay;

import org.jspecify.annotations.NullMarked;
