package io.bihuan.hazard.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * Who handles a case.
 *
 * @param unitCode of a unit on file, if it is one
 * @param department what to call the department or unit
 */
@Embeddable
public record Assignee(@Column(name = "unit_code") @Nullable String unitCode, String department) {}
