package io.bihuan.hazard.rest.hazards;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of {@code POST /api/hazards/{id}/voiding}. */
@Schema(name = "Voiding", description = "Turned out to be none 不属实", examples = """
                {"reason": "现场核查，报警器工作正常"}""")
record VoidingRequest(@NotBlank @Size(max = 2000) String reason) {}
