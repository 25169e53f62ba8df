package io.bihuan.notification.deadletter;

import java.util.UUID;

/** A dead letter was read again, and is of no use still. */
public final class StillBrokenException extends RuntimeException {

    private final UUID letter;
    private final BrokenRecordException why;

    StillBrokenException(UUID letter, BrokenRecordException why) {
        super("dead letter " + letter + " is of no use still", why);
        this.letter = letter;
        this.why = why;
    }

    /** Which. */
    public UUID letter() {
        return letter;
    }

    /** Why, this time. */
    public BrokenRecordException why() {
        return why;
    }
}
