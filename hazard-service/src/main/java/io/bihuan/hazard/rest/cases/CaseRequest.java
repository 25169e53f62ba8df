package io.bihuan.hazard.rest.cases;

import io.bihuan.hazard.casework.CaseCategory;
import io.bihuan.hazard.casework.CaseKind;
import io.bihuan.hazard.casework.CaseSource;
import io.bihuan.hazard.casework.Receipt;
import io.bihuan.hazard.lifecycle.Location;
import io.bihuan.hazard.privacy.Identity;
import io.bihuan.hazard.rest.NotBlankIfGiven;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/cases}. */
@Schema(name = "CaseReceipt", description = "What a caller reports", examples = """
                {"kind": "LEAK", "lifeThreatening": true, "source": "HOTLINE_12345", "externalNumber": "20260503000123",
                 "districtCode": "630102", "category": "GAS_SAFETY", "description": "楼道内有浓烈燃气味",
                 "address": "城东区某小区 3 号楼", "caller": {"name": "来电人", "phone": "13900000000"},
                 "receivedAt": "2026-05-03T09:58:00+08:00"}""")
record CaseRequest(
        @NotNull CaseKind kind,

        @Schema(description = "Whether a life is in danger", defaultValue = "false") @Nullable
        Boolean lifeThreatening,

        @NotNull CaseSource source,

        @Size(max = 64) @NotBlankIfGiven @Schema(description = "The source's own number: one case for each") @Nullable
        String externalNumber,

        @NotBlank @Size(max = 12) @Schema(description = "A district on file, as fine as known")
        String districtCode,

        @NotNull CaseCategory category,
        @NotBlank @Size(max = 4000) String description,
        @Size(max = 300) @Nullable String address,
        @Valid @Nullable Place location,
        @Valid @Nullable Person caller,

        @Schema(description = "When the call came, if earlier than now; the clocks run from then") @Nullable
        Instant receivedAt) {

    /** WGS 84, degrees. */
    @Schema(name = "CaseLocation")
    record Place(
            @NotNull @DecimalMin("-90") @DecimalMax("90") @Digits(integer = 2, fraction = 15)
            BigDecimal lat,

            @NotNull @DecimalMin("-180") @DecimalMax("180") @Digits(integer = 3, fraction = 15)
            BigDecimal lon) {

        Location kept() {
            return new Location(lat.setScale(6, RoundingMode.HALF_UP), lon.setScale(6, RoundingMode.HALF_UP));
        }
    }

    /** Who called. */
    @Schema(name = "Caller", description = "Who called")
    record Person(
            @Size(max = 100) @NotBlankIfGiven @Nullable String name,

            @Pattern(regexp = "\\+[1-9][0-9]{6,14}|1[3-9][0-9]{9}", message = "{phone}")
            @Schema(description = "E.164, or the mainland's 11 digits")
            @Nullable
            String phone) {}

    Receipt receipt() {
        return new Receipt(
                kind,
                lifeThreatening != null && lifeThreatening,
                source,
                externalNumber,
                districtCode,
                category,
                description,
                address,
                location == null ? null : location.kept());
    }

    Optional<Identity> identity() {
        return Optional.ofNullable(caller).flatMap(person -> Identity.of(person.name(), person.phone()));
    }
}
