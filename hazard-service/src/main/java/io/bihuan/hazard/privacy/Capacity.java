package io.bihuan.hazard.privacy;

/** As what a citizen is known beside something on record. */
public enum Capacity {
    /** 来电人 of a case */
    CALLER,
    /** 发现人 of a hazard that citizens reported */
    FINDER,
    /** 见证人 of such a hazard */
    WITNESS
}
