/** Training sessions 培训 that were held: what about, for whom, how many came. */
@NullMarked
package io.bihuan.hazard.training;

import org.jspecify.annotations.NullMarked;
