package io.bihuan.hazard.rest.trainings;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of {@code POST /api/trainings/{id}/voiding}. */
@Schema(name = "TrainingVoiding", description = "Why a session does not count", examples = """
                {"reason": "与另一条记录重复录入"}""")
record VoidingRequest(@NotBlank @Size(max = 2000) String reason) {}
