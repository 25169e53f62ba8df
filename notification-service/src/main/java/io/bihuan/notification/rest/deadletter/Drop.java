package io.bihuan.notification.rest.deadletter;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a dead letter is not needed. */
@Schema(name = "DropDeadLetter", examples = """
        {"reason": "联调时的测试数据"}""")
public record Drop(
        @Schema(description = "For those who look at it later; up to 500 characters") @NotBlank @Size(max = 500)
        String reason) {}
