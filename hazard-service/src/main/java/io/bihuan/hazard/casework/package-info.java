/**
 * Cases 工单 of the hotline and of citizens: taken in, routed by rule, held to the service clocks, closed once the caller
 * has an answer. A case may open a hazard. Who called is not part of a case, but kept beside it in {@code privacy}.
 */
@NullMarked
package io.bihuan.hazard.casework;

import org.jspecify.annotations.NullMarked;
