package io.bihuan.stack.client;

/** Something else came than was expected; the message says both. */
public class UnexpectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param where at what
     * @param expected what should have come
     * @param came what came
     */
    public UnexpectedException(String where, String expected, String came) {
        super(where + "\n  expected  " + expected + "\n  came      " + came);
    }
}
