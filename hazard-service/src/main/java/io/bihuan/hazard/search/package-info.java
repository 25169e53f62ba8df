/** Finds hazards: filters, order, and cursors that stay right while hazards change. */
@NullMarked
package io.bihuan.hazard.search;

import org.jspecify.annotations.NullMarked;
