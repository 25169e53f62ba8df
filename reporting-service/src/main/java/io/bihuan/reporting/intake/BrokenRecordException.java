package io.bihuan.reporting.intake;

import org.jspecify.annotations.Nullable;

/** A record that can't be used, now or ever. */
final class BrokenRecordException extends Exception {

    /** Why, for programs; goes along with the dead letter. */
    enum Reason {
        /** Not the event that the contract promises. */
        UNREADABLE,
        /** Readable, but the database refuses a value in it. */
        REFUSED
    }

    private final Reason reason;

    BrokenRecordException(Reason reason, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
