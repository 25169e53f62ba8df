/** The calls on what is on file. */
@NullMarked
package io.bihuan.hazard.rest.registers;

import org.jspecify.annotations.NullMarked;
