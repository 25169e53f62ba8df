package io.bihuan.hazard.rest.hazards;

import io.bihuan.hazard.handling.Transfer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/hazards/{id}/transfer}. */
@Schema(
        name = "Transfer",
        description = "Handed to another unit, perhaps in another district 移交. The deadline stays",
        examples = """
                {"unit": {"name": "城东区某物业公司"}, "responsible": {"name": "物业负责人", "phone": "13900000001"},
                 "reason": "管道产权属物业"}""")
record TransferRequest(
        @NotNull @Valid UnitRequest unit,
        @NotNull @Valid PersonRequest responsible,

        @Size(max = 12) @Schema(description = "Where it belongs from now on, if elsewhere") @Nullable
        String districtCode,

        @NotBlank @Size(max = 2000) String reason) {

    Transfer transfer() {
        return new Transfer(unit.unit(), responsible.person(), districtCode, reason);
    }
}
