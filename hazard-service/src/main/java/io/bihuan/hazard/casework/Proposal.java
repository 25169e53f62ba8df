package io.bihuan.hazard.casework;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

/**
 * Who is to handle a case, and which rule says so.
 *
 * @param rulesVersion of the rules
 * @param rule its place among them, from 0
 */
@Embeddable
public record Proposal(
        @Column(name = "rules_version") Integer rulesVersion,
        @Column(name = "rule") Integer rule,

        @Embedded
        @AttributeOverride(name = "unitCode", column = @Column(name = "proposed_unit"))
        @AttributeOverride(name = "department", column = @Column(name = "proposed_department"))
        Assignee to) {}
