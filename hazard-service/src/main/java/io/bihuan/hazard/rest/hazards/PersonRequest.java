package io.bihuan.hazard.rest.hazards;

import io.bihuan.hazard.lifecycle.Responsible;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The responsible person 责任人, who is told of the deadline. */
@Schema(name = "Responsible", description = "The responsible person 责任人")
record PersonRequest(
        @NotBlank @Size(max = 100) String name,

        @NotNull
        @Pattern(regexp = "\\+[1-9][0-9]{6,14}|1[3-9][0-9]{9}", message = "{phone}")
        @Schema(description = "E.164, or the mainland's 11 digits")
        String phone) {

    Responsible person() {
        return new Responsible(name, phone);
    }
}
