package io.bihuan.hazard.deadline;

import org.jspecify.annotations.Nullable;

/**
 * What a policy's deadline rests on.
 *
 * @param line that applies to the hazard
 * @param count of its time, by the calendar now on file; null if that does not reach far enough any more. Not always
 *     where the deadline was set: a calendar or a grade may have changed since, which moves no deadline
 */
public record Basis(PolicyLine line, @Nullable Count count) {}
