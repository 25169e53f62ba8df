/** The calls on the proof that the history is what was recorded: seals and verifications. */
@NullMarked
package io.bihuan.hazard.rest.history;

import org.jspecify.annotations.NullMarked;
