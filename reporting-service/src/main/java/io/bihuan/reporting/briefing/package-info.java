/**
 * Weekly and monthly briefings 工作简报. A draft is a question and the words that people wrote; its figures are computed each time
 * that it is looked at. Issuing it draws its number and keeps it as two files, JSON and Word, which never change again.
 */
@org.jspecify.annotations.NullMarked
package io.bihuan.reporting.briefing;
