/**
 * That a briefing was issued is told on the topic {@code reporting.events}, at least once: the briefing on file is its own outbox.
 */
@org.jspecify.annotations.NullMarked
package io.bihuan.reporting.announcing;
