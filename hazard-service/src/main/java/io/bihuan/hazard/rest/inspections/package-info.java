/** The calls on inspections. */
@NullMarked
package io.bihuan.hazard.rest.inspections;

import org.jspecify.annotations.NullMarked;
