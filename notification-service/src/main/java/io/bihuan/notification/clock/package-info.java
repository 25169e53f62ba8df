/**
 * What makes time pass: the one source of now, and the pulses that look for due reminders and waiting messages.
 */
@NullMarked
package io.bihuan.notification.clock;

import org.jspecify.annotations.NullMarked;
