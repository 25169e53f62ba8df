/**
 * Reporting duties over REST: the register, what was and is due, and what was submitted.
 */
@NullMarked
package io.bihuan.notification.rest.duty;

import org.jspecify.annotations.NullMarked;
