/** The calls that hand ledgers in. */
@NullMarked
package io.bihuan.hazard.rest.imports;

import org.jspecify.annotations.NullMarked;
