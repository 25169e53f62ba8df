package io.bihuan.notification.ladder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step that one hazard's deadline calls for.
 *
 * @param rung the step
 * @param place its place on the ladder; of two that are due together the higher one is told
 * @param remindAt when
 * @param usefulUntil after this instant telling it helps nobody; null if it always does
 * @param past lay in the past when the system learned of it, so nobody is told
 */
public record Planned(
        Rung rung, int place, Instant remindAt, @Nullable Instant usefulUntil, boolean past) {}
