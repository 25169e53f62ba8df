/**
 * The real parts that the product needs on one machine without Docker: PostgreSQL, a Kafka broker and an inbox that
 * plays the SMS gateway, over HTTP and SMPP. Each part is started in a directory of its own, listens on 127.0.0.1 only, keeps its data from
 * one start to the next, and never outlives the process that started it.
 */
@NullMarked
package io.bihuan.stack;

import org.jspecify.annotations.NullMarked;
