package io.bihuan.access;

import java.util.Arrays;
import java.util.Optional;

/** What a person is in the closed loop (glossary, section 1); a claim of the token names them. */
public enum Role {
    /** 检查人员: finds hazards, orders rectification, re-inspects. */
    INSPECTOR,
    /** 责任单位: rectifies what is its own. */
    UNIT,
    /** 区（县）专班: grades, assigns, approves, closes. */
    SUPERVISOR,
    /** 专班办公室: reads every district below, publishes, sets policies. */
    OFFICE,
    /** 12345 热线: takes in what citizens report. */
    INTAKE,
    /** 系统管理员. */
    ADMIN;

    /** A role by its name; whatever else a token calls a role means nothing here. */
    static Optional<Role> named(String name) {
        return Arrays.stream(values()).filter(role -> role.name().equals(name)).findFirst();
    }
}
