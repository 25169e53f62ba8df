/** The calls on the calendar of working days. */
@NullMarked
package io.bihuan.hazard.rest.calendars;

import org.jspecify.annotations.NullMarked;
