package io.bihuan.notification.deadletter;

/** A record that will never be of use, however often it is tried as it is. */
public final class BrokenRecordException extends Exception {

    /** Why, as a code that operators can search for. */
    public enum Reason {
        /** Not JSON, or not an object. */
        BAD_JSON,
        /** A field or header that every event has is missing. */
        MISSING_FIELD,
        /** A field has a value that the contract doesn't allow. */
        CONTRACT_VIOLATED,
        /** It reads well and still can't be kept. */
        CANNOT_BE_APPLIED
    }

    private final Reason reason;
    private final String detail;

    public BrokenRecordException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
        this.detail = detail;
    }

    /** What the database, or our own arithmetic, said of a record that reads well. */
    public static BrokenRecordException causedBy(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new BrokenRecordException(Reason.CANNOT_BE_APPLIED, root.toString());
    }

    public Reason reason() {
        return reason;
    }

    /** What exactly is wrong, for people. */
    public String detail() {
        return detail;
    }
}
