/**
 * When a hazard must be rectified: the policy that turns a grade into days, and the calendar that turns days into
 * an instant.
 */
@NullMarked
package io.bihuan.hazard.deadline;

import org.jspecify.annotations.NullMarked;
