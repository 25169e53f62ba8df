package io.bihuan.notification.ladder;

/** What a person is told about a deadline (glossary, section 5). */
public enum Step {
    /** The deadline is tomorrow. */
    DAY_BEFORE(Kind.REMINDER),
    /** 督促提醒: the deadline has passed. */
    REMIND(Kind.ESCALATION);

    private final Kind kind;

    Step(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether a step helps to keep the deadline or follows from its being missed. */
    public enum Kind {
        /** Before the deadline; of no use once it has passed. */
        REMINDER,
        /** After the deadline. */
        ESCALATION
    }
}
