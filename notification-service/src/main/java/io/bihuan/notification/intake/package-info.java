/**
 * What comes in from Kafka: hazard events, read into this service's own small records and handed to {@code deadline} a batch
 * at a time, calendars of working days, what districts are called, and that a
 * briefing was issued. A broken record goes to the dead letters with its
 * reason and the partition goes on; a database or a broker that is down is waited for, as long as it takes.
 */
@NullMarked
package io.bihuan.notification.intake;

import org.jspecify.annotations.NullMarked;
