/**
 * When a hazard must be rectified: the policy that gives each grade and category its time, the calendar that turns
 * days into an instant, and what a new policy would change before it is in force.
 */
@NullMarked
package io.bihuan.hazard.deadline;

import org.jspecify.annotations.NullMarked;
