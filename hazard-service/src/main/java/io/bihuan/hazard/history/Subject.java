package io.bihuan.hazard.history;

/**
 * What a row of the history is about, and how far its chain has come.
 *
 * @param stream its kind; the relay publishes to the topic {@code <stream>.events}
 * @param key what one subject's events are kept in order by: the record's key
 * @param number as people call it: the event's {@code ce_subject}
 * @param version of the step being recorded: 1, 2, 3… per subject, without gaps
 * @param previousHash of the subject's last row, or an empty text before its first
 */
public record Subject(String stream, String key, String number, int version, String previousHash) {}
