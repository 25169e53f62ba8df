package io.bihuan.reporting.statistics;

import java.time.MonthDay;

/**
 * When the heating season 采暖季 begins and, in the year after, ends; both days belong to it.
 *
 * @param from its first day, as {@code --10-15}
 * @param to its last day, as {@code --04-15}
 */
public record Season(MonthDay from, MonthDay to) {}
