/** Briefings that are issued, or drafted, by themselves: on a day of the week or of the month, at a local time. */
@org.jspecify.annotations.NullMarked
package io.bihuan.reporting.briefing.schedule;
