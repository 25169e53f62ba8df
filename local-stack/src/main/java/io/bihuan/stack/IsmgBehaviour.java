package io.bihuan.stack;

import java.util.List;

/**
 * How the carrier behaves until told otherwise. Submits are counted from the moment at which it is told.
 *
 * @param bindStatus its answer to a bind; 0 lets in, 3 is a wrong password
 * @param results its answers to the first submits, in their order; 0 takes, 8 is too much at once, 13 a wrong number. Later
 *     ones are taken
 * @param dropAt the connection is cut at the submit of this number, which is taken and not answered; 0 for none
 * @param silent whether it reads and says nothing
 * @param reporting when it reports what became of a message that asked for it
 * @param state what it reports, such as DELIVRD or UNDELIV, up to 7 letters
 */
public record IsmgBehaviour(
        int bindStatus, List<Integer> results, int dropAt, boolean silent, Reporting reporting, String state) {

    /** When a report comes. */
    public enum Reporting {
        NEVER,
        /** Before the submit is answered. */
        EARLY,
        AFTER,
        /** After the answer, and once more. */
        TWICE
    }

    public static final IsmgBehaviour GOOD = new IsmgBehaviour(0, List.of(), 0, false, Reporting.AFTER, "DELIVRD");

    public IsmgBehaviour {
        results = List.copyOf(results);
    }

    public IsmgBehaviour withBindStatus(int status) {
        return new IsmgBehaviour(status, results, dropAt, silent, reporting, state);
    }

    public IsmgBehaviour withResults(Integer... first) {
        return new IsmgBehaviour(bindStatus, List.of(first), dropAt, silent, reporting, state);
    }

    public IsmgBehaviour withDropAt(int submit) {
        return new IsmgBehaviour(bindStatus, results, submit, silent, reporting, state);
    }

    public IsmgBehaviour withSilence() {
        return new IsmgBehaviour(bindStatus, results, dropAt, true, reporting, state);
    }

    public IsmgBehaviour withReports(Reporting when, String what) {
        return new IsmgBehaviour(bindStatus, results, dropAt, silent, when, what);
    }

    int result(int submit) {
        return submit <= results.size() ? results.get(submit - 1) : 0;
    }
}
