package io.bihuan.hazard.relay;

/** What this replica's relay is doing. */
enum RelayState {
    /** Another replica publishes; this one takes over when that one goes. */
    STANDING_BY,
    /** This replica publishes. */
    PUBLISHING,
    /** The database or the broker is away; the history waits and is published when they are back. */
    FAILING
}
