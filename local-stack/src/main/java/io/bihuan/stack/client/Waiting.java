package io.bihuan.stack.client;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waiting for what must become true: asked again and again until a deadline, never slept for. */
public final class Waiting {

    private static final long PAUSE_MILLIS = 20;

    private Waiting() {}

    /**
     * @param patience how long at most
     * @param what what is waited for
     * @param expected what should come, in words
     * @param ask called until its answer will do
     * @return the answer that will do
     * @throws UnexpectedException with the last answer, when none does in time
     */
    public static <T> T until(Duration patience, String what, String expected, Supplier<T> ask, Predicate<T> willDo) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            var answer = ask.get();
            if (willDo.test(answer)) {
                return answer;
            }
            if (System.nanoTime() > deadline) {
                throw new UnexpectedException(
                        what + ", waited for " + patience.toSeconds() + " s", expected, String.valueOf(answer));
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UnexpectedException(what, expected, "an interruption");
            }
        }
    }
}
