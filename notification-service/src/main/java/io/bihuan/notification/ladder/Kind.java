package io.bihuan.notification.ladder;

/** Whether a step helps to keep the deadline or follows from its being missed. */
public enum Kind {
    /** Before the deadline; of no use once it has passed. */
    REMINDER,
    /** After the deadline; a fact that others hear of. */
    ESCALATION
}
