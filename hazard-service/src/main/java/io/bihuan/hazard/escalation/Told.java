package io.bihuan.hazard.escalation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who was to be told of a step. */
@Schema(name = "ToldPerson")
public record Told(
        @NotNull
        @Pattern(regexp = EscalationEvent.CODE)
        @Schema(
                description = "RESPONSIBLE 责任人, UNIT_HEAD 单位负责人, SUPERVISOR 区（县）专班, OFFICE 市专班办公室, LEADER 分管领导",
                examples = "SUPERVISOR")
        String role,

        @Schema(description = "null if the register has none") @Nullable
        String name) {}
