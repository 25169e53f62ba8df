/**
 * Reporting duties: what a district has to submit every day, week or month, who is reminded of it before and after, and
 * whether it was submitted in time. The next occurrence of each duty is made ahead; a submission closes it, and nothing
 * that still waits is sent.
 */
@NullMarked
package io.bihuan.notification.duty;

import org.jspecify.annotations.NullMarked;
