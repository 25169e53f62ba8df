/**
 * Cases 工单 of the hotline and of citizens: taken in, routed by rule, held to the service clocks, closed once the caller
 * has an answer. A case may open a hazard. Who called is known here and leaves neither in events nor with the hazard.
 */
@NullMarked
package io.bihuan.hazard.casework;

import org.jspecify.annotations.NullMarked;
