/** The calls on cases, and on the rules and clocks that they are held to. */
@NullMarked
package io.bihuan.hazard.rest.cases;

import org.jspecify.annotations.NullMarked;
