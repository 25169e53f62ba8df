/** The calls on training sessions. */
@NullMarked
package io.bihuan.hazard.rest.trainings;

import org.jspecify.annotations.NullMarked;
