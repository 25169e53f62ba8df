package io.bihuan.hazard.escalation;

/** A record that can't be used, now or ever. */
final class BrokenRecordException extends Exception {

    /** Why, for programs; goes along with the dead letter. */
    enum Reason {
        /** Not the event that the contract promises. */
        UNREADABLE,
        /** Readable, but the database refuses it: the hazard is not on record, for one. */
        REFUSED
    }

    private final Reason reason;

    BrokenRecordException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
