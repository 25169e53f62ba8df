package io.bihuan.notification.deadletter;

/** What is asked of a dead letter can't be done, for it was settled the other way. */
public final class SettledOtherwiseException extends RuntimeException {

    private final DeadLetterState state;

    SettledOtherwiseException(DeadLetter letter) {
        super("dead letter " + letter.id() + " is " + letter.state());
        this.state = letter.state();
    }

    /** How it was settled. */
    public DeadLetterState state() {
        return state;
    }
}
