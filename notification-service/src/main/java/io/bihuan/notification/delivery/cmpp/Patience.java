package io.bihuan.notification.delivery.cmpp;

import java.time.Duration;

/**
 * How long to wait for what. A message's whole stay is at most {@code handOver} and one more {@code answer}, less than the
 * lease under which it was claimed.
 *
 * @param connection for a connection, and for the answer to a bind or a farewell
 * @param answer for the carrier's answer to a part
 * @param handOver for a message's last part to go out
 * @param silence until a carrier that says nothing is asked whether it is there, and as long again for it to answer
 * @param pause after the carrier said that it was too much at once
 */
record Patience(Duration connection, Duration answer, Duration handOver, Duration silence, Duration pause) {

    static final Patience USUAL = new Patience(
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(1));
}
