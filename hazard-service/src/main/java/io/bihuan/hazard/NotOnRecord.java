package io.bihuan.hazard;

/** Something that a call names and that does not exist. Nothing was changed. */
public final class NotOnRecord extends RuntimeException {

    private final String kind;
    private final Object id;

    /**
     * @param kind of what is missing: {@code notOnRecord.<kind>} is a key of {@code messages.properties}
     * @param id as the client wrote it
     */
    public NotOnRecord(String kind, Object id) {
        super("no " + kind + " " + id);
        this.kind = kind;
        this.id = id;
    }

    public String kind() {
        return kind;
    }

    public Object id() {
        return id;
    }
}
