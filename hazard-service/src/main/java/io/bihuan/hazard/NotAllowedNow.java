package io.bihuan.hazard;

import java.util.List;

/** An action that may not follow how something stands. Nothing was changed. */
public final class NotAllowedNow extends RuntimeException {

    private final String kind;
    private final String action;
    private final String status;
    private final List<String> nextActions;

    /**
     * @param kind of what it was asked of: a case, a training
     * @param action the last part of the call
     * @param status how it stands, unchanged
     * @param nextActions what may be done now, as the calls' last parts
     */
    public NotAllowedNow(String kind, String action, String status, List<String> nextActions) {
        super("%s %s does not allow %s; legal now: %s".formatted(status, kind, action, nextActions));
        this.kind = kind;
        this.action = action;
        this.status = status;
        this.nextActions = List.copyOf(nextActions);
    }

    public String kind() {
        return kind;
    }

    public String action() {
        return action;
    }

    public String status() {
        return status;
    }

    public List<String> nextActions() {
        return nextActions;
    }
}
