package io.bihuan.reporting.training;

/** Who is trained. */
public enum Audience {
    /** 检查人员 */
    INSPECTORS,
    /** 燃气、供热企业从业人员 */
    ENTERPRISE_STAFF,
    /** 责任单位人员 */
    UNIT_STAFF,
    /** 社区、网格人员 */
    GRID_WORKERS,
    /** 居民 */
    RESIDENTS,
    /** 学生 */
    STUDENTS
}
