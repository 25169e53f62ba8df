package io.bihuan.notification;

/** Names something that does not exist. Nothing was changed. */
public final class NotOnRecord extends RuntimeException {

    private final String kind;

    /**
     * @param kind of what is missing: {@code detail.<kind>} is a key of {@code problems.properties}
     * @param id as the client wrote it
     */
    public NotOnRecord(String kind, Object id) {
        super("no " + kind + " " + id);
        this.kind = kind;
    }

    public String kind() {
        return kind;
    }
}
