package io.bihuan.notification.ladder;

/** Whom a step of the ladder tells (glossary, sections 1 and 5), the nearest to the hazard first. */
public enum Role {
    /** 责任人: the responsible person whom the assignment names. */
    RESPONSIBLE,
    /** 单位负责人: the head of the responsible unit. */
    UNIT_HEAD,
    /** 区（县）专班 / 行业主管部门: the district's supervisor. */
    SUPERVISOR,
    /** 市专班办公室: the city's campaign office. */
    OFFICE,
    /** 区（县）分管领导: the district's leader. */
    LEADER;

    /** Whether the post is one of the responsible unit, rather than of a district. */
    public boolean ofUnit() {
        return this == RESPONSIBLE || this == UNIT_HEAD;
    }
}
