package io.bihuan.notification.people;

/** Why it is this person who is told. */
public enum Basis {
    /** The roster says so 值班. */
    ON_DUTY,
    /** The first on file at the post. */
    HOLDER,
    /** Stands in 替班 for the holder, who is away. */
    DEPUTY,
    /** Is away, as everybody at the post is. */
    NOBODY_THERE
}
