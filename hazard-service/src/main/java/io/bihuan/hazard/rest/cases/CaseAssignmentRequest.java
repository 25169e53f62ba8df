package io.bihuan.hazard.rest.cases;

import io.bihuan.hazard.rest.NotBlankIfGiven;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/cases/{id}/assignment}. */
@Schema(
        name = "CaseAssignment",
        description = "Hands a case to somebody 派单",
        examples = {"{}", """
                {"to": {"department": "区住房和城乡建设局"}, "reason": "来电人反映的是管道施工问题"}"""})
record CaseAssignmentRequest(
        @Valid @Schema(description = "Left out, the proposal is accepted") @Nullable
        AssigneeRequest to,

        @Size(max = 2000)
        @NotBlankIfGiven
        @Schema(description = "Needed for another than proposed, or than had it before")
        @Nullable
        String reason) {}
