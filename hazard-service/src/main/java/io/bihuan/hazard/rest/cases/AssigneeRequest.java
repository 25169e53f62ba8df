package io.bihuan.hazard.rest.cases;

import io.bihuan.hazard.casework.Assignee;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who handles a case. */
@Schema(name = "CaseAssignee", description = "Who handles a case")
record AssigneeRequest(
        @Size(max = 64) @Schema(description = "Of a unit on file, if it is one") @Nullable
        String unitCode,

        @NotBlank @Size(max = 100) @Schema(description = "What to call the department or unit")
        String department) {

    Assignee assignee() {
        return new Assignee(unitCode, department);
    }

    static AssigneeRequest of(Assignee assignee) {
        return new AssigneeRequest(assignee.unitCode(), assignee.department());
    }
}
