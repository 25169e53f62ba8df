package io.bihuan.notification.deadline;

/** What became of a reminder. */
public enum ReminderState {
    /** Waits for its moment. */
    PENDING,
    /** Became a message; the message's own state says how that went. */
    SENT,
    /** No longer called for: rectified, closed, merged, voided, or another deadline. */
    CANCELLED,
    /** A later step took its place, or it lay in the past already. */
    SUPERSEDED
}
