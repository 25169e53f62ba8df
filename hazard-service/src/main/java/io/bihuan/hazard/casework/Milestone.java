package io.bihuan.hazard.casework;

/** What a caller may expect in time (glossary, section 4). */
public enum Milestone {
    /** 联系来电人 */
    CONTACT,
    /** 到达现场 */
    ON_SITE,
    /** 修复 */
    REPAIR,
    /** 反馈 */
    FEEDBACK,
    /** 书面方案, instead of a feedback that cannot be given yet; due when that is */
    WRITTEN_PLAN
}
