/** The calls on the deadline policy: its versions, a new one, and a trial of one. */
@NullMarked
package io.bihuan.hazard.rest.policies;

import org.jspecify.annotations.NullMarked;
