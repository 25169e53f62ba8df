package io.bihuan.reporting.briefing;

/** What is asked can be done of a draft but not of an issued briefing, or the other way round. Nothing was changed. */
public final class WrongState extends RuntimeException {

    private final State state;
    private final String name;

    public WrongState(Briefing briefing) {
        super(briefing.name() + " is " + briefing.state());
        this.state = briefing.state();
        this.name = briefing.name();
    }

    /** How it stands. */
    public State state() {
        return state;
    }

    /** The briefing's number, or its id while it has none. */
    public String name() {
        return name;
    }
}
