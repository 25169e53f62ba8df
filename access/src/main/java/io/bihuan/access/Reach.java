package io.bihuan.access;

/** How far a role reaches in a call. */
public enum Reach {
    EVERYWHERE,
    /** What lies under the districts of the token. */
    DISTRICTS,
    /** What is the responsible unit's own. */
    UNIT
}
