/**
 * When a person is reminded of a deadline: the steps before and after it, as data, and the pure function that turns
 * a hazard's deadline into moments. It knows no database, no clock and no message; day boundaries are local to the zone
 * it is given, whatever zone the machine runs in.
 */
@NullMarked
package io.bihuan.notification.ladder;

import org.jspecify.annotations.NullMarked;
