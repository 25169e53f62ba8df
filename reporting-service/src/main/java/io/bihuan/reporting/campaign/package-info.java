/**
 * The campaigns 专项行动 on file and how far each has come, by district and phase: what was inspected, found, closed and trained under
 * it, against its targets.
 */
@org.jspecify.annotations.NullMarked
package io.bihuan.reporting.campaign;
