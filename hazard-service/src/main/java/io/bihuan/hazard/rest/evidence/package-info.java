/** The calls that hand evidence in and show it. */
@NullMarked
package io.bihuan.hazard.rest.evidence;

import org.jspecify.annotations.NullMarked;
