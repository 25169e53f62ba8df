/** hazard-service: owns the life of every hazard, keeps its history, and publishes it. */
@NullMarked
package io.bihuan.hazard;

import org.jspecify.annotations.NullMarked;
