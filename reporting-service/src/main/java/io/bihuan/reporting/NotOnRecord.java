package io.bihuan.reporting;

/** Names something that does not exist. Nothing was changed. */
public final class NotOnRecord extends RuntimeException {

    private final String kind;
    private final String name;

    /**
     * @param kind of what is missing: {@code detail.<kind>} is a key of {@code problems.properties}
     * @param name as the client wrote it
     */
    public NotOnRecord(String kind, String name) {
        super("no " + kind + " " + name);
        this.kind = kind;
        this.name = name;
    }

    public String kind() {
        return kind;
    }

    public String name() {
        return name;
    }
}
