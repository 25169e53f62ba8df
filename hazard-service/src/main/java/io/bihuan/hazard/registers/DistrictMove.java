package io.bihuan.hazard.registers;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A change of boundaries 区划调整: from a day on, a district stands under another code, and so elsewhere in the tree. */
@Schema(
        name = "DistrictMove",
        description = "A change of boundaries 区划调整: from a day on, a district stands under another code",
        examples = """
                {"into": "630103009", "from": "2026-07-01", "reason": "青政函〔2026〕18号：划归城中区管辖"}""")
public record DistrictMove(
        @NotBlank @Size(max = 12) @Schema(description = "A district on file, of the same level", examples = "630103009")
        String into,

        @NotNull @Schema(description = "The first local day on which the new boundary holds; past or to come")
        LocalDate from,

        @NotBlank @Size(max = 2000) String reason) {

    public DistrictMove {
        into = Texts.stripped(into);
        reason = Texts.stripped(reason);
    }
}
