/** The operator's calls on how the history gets out. */
@NullMarked
package io.bihuan.hazard.rest.relay;

import org.jspecify.annotations.NullMarked;
