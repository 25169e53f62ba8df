/** The calls on hazards: one per step of their life, and the lists. */
@NullMarked
package io.bihuan.hazard.rest.hazards;

import org.jspecify.annotations.NullMarked;
