package io.bihuan.notification.texts;

/** What a template may speak of, by the name that stands in braces in lower camel case. */
public enum Placeholder {
    /** The hazard's number. */
    NUMBER,
    /** What is wrong, or where, in one short line; may be missing. */
    ABOUT,
    /** The responsible unit. */
    UNIT,
    /** The place, as on file; may be missing. */
    SITE,
    /** The name or code of the district. */
    DISTRICT,
    /** 重大, 较大, 一般 or 低. */
    GRADE,
    /** The deadline: a day, or a day and a time. */
    DUE,
    /** How many days the deadline lies back, counted from the due day; 0 before it has passed. */
    OVERDUE_DAYS,
    /** The document that goes with the step; may be missing. */
    DOCUMENT,
    /** The responsible person; may be missing. */
    RESPONSIBLE,
    /** Who is told; may be missing. */
    RECIPIENT,
    /** In a digest: how many hazards. */
    COUNT,
    /** In a digest: how many of them are overdue. */
    OVERDUE,
    /** In a digest: the first few of them, a short line each. */
    LINES,
    /** Of a reporting duty: what is to be submitted. */
    DUTY,
    /** Of a reporting duty: for which day, week or month. */
    PERIOD
}
