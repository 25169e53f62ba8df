/** The calls on campaigns. */
@NullMarked
package io.bihuan.hazard.rest.campaigns;

import org.jspecify.annotations.NullMarked;
