/**
 * Statistics of districts that reconcile to the last hazard. The events of hazards come in ({@code intake}), become one fact per
 * hazard ({@code facts}), are measured by definitions that stand in one place ({@code statistics}) and are read over REST ({@code rest}).
 */
@org.jspecify.annotations.NullMarked
package io.bihuan.reporting;
