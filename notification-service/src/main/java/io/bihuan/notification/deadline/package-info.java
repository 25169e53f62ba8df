/**
 * The deadlines that are watched: one row per hazard, as its last event left it, with its reminders. A row is a timer:
 * an event plans or cancels reminders, and a due one is claimed by whichever replica comes first and becomes a message
 * of {@code delivery}. Inbox guard (hazard, version) and effect are one transaction, so an event counts once.
 */
@NullMarked
package io.bihuan.notification.deadline;

import org.jspecify.annotations.NullMarked;
