package io.bihuan.reporting.statistics;

/**
 * How many were trained; {@code docs/measures.md} defines both figures.
 *
 * @param sessions sessions held 培训场次
 * @param people people who came 培训人次, one who came twice counted twice
 */
public record Attendance(long sessions, long people) {

    /** Of nobody. */
    public static final Attendance NONE = new Attendance(0, 0);

    /** Of both together. */
    public Attendance and(Attendance other) {
        return new Attendance(sessions + other.sessions, people + other.people);
    }
}
