package io.bihuan.notification.deadletter;

/** What became of a dead letter. */
public enum DeadLetterState {
    /** Nobody has settled it yet. */
    WAITING,
    /** Was read again, and could be used this time. */
    RETRIED,
    /** A person decided that it is not needed. */
    DROPPED
}
