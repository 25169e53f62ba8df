/** The calls on personal data: who reported, who looked at that, and what is erased when its time is over. */
@NullMarked
package io.bihuan.hazard.rest.privacy;

import org.jspecify.annotations.NullMarked;
