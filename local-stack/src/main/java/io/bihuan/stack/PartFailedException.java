package io.bihuan.stack;

/**
 * A part of the stack that did not start or died. The message is for the person at the terminal: which part, what it
 * said last, and where its whole log is.
 */
public class PartFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String part;

    public PartFailedException(String part, String message) {
        super(part + ": " + message);
        this.part = part;
    }

    public PartFailedException(String part, String message, Throwable cause) {
        super(part + ": " + message, cause);
        this.part = part;
    }

    /** @return the part's name as {@code ./bihuan status} shows it, such as {@code postgres} */
    public String part() {
        return part;
    }
}
