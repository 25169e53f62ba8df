/**
 * The commands: each takes one step of one hazard in one transaction and records it in the history.
 */
@NullMarked
package io.bihuan.hazard.handling;

import org.jspecify.annotations.NullMarked;
