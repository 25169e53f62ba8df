/** Hands the real parts to a service's tests. */
@NullMarked
package io.bihuan.stack.testing;

import org.jspecify.annotations.NullMarked;
