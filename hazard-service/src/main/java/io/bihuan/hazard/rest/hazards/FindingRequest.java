package io.bihuan.hazard.rest.hazards;

import io.bihuan.hazard.handling.Finding;
import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Grade;
import io.bihuan.hazard.lifecycle.HazardEvent.Found;
import io.bihuan.hazard.lifecycle.Location;
import io.bihuan.hazard.lifecycle.Source;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/hazards}. */
@Schema(name = "Finding", description = "A hazard that was found", examples = """
                {"districtCode": "630102", "grade": "SERIOUS", "category": "COMMERCIAL_USE", "source": "INSPECTION",
                 "description": "后厨未安装可燃气体报警器", "siteName": "城东区某餐馆", "checkItem": "CU-01",
                 "foundBy": "检查人员甲", "unit": {"name": "城东区某餐馆"}}""")
record FindingRequest(
        @NotBlank @Size(max = 12) @Schema(description = "A district on file, as fine as known")
        String districtCode,

        @NotNull Grade grade,
        @NotNull Category category,
        @NotNull Source source,
        @NotBlank @Size(max = 4000) String description,

        @Size(max = 64) @Schema(description = "The code of a site on file") @Nullable
        String site,

        @Size(max = 200) @Nullable String siteName,
        @Size(max = 300) @Nullable String address,
        @Valid @Nullable Point location,
        @Size(max = 32) @Nullable String checkItem,

        @Schema(description = "When it was found, if earlier than now") @Nullable
        Instant foundAt,

        @Size(max = 100)
        @Schema(
                description =
                        "Of source CITIZEN or HOTLINE_12345 kept encrypted beside the hazard, like the witness, and not"
                                + " shown with it")
        @Nullable
        String foundBy,

        @Size(max = 100) @Nullable String witness,
        @Size(max = 64) @Nullable String externalNumber,
        @Size(max = 64) @Nullable String campaign,
        @Valid @Nullable UnitRequest unit,

        @Valid
        @Schema(
                description =
                        "Fixed while the inspector looked on 现场整改: the hazard is found, assigned and rectified at once")
        @Nullable
        FixedOnSpotRequest fixedOnSpot) {

    /** WGS 84, degrees. */
    @Schema(name = "HazardLocation")
    record Point(
            @NotNull @DecimalMin("-90") @DecimalMax("90") @Digits(integer = 2, fraction = 15)
            BigDecimal lat,

            @NotNull @DecimalMin("-180") @DecimalMax("180") @Digits(integer = 3, fraction = 15)
            BigDecimal lon) {

        Location kept() {
            return new Location(lat.setScale(6, RoundingMode.HALF_UP), lon.setScale(6, RoundingMode.HALF_UP));
        }
    }

    /** @param finder who found it */
    Finding finding(@Nullable String finder) {
        return new Finding(
                districtCode,
                grade,
                category,
                source,
                new Found(
                        description,
                        site,
                        siteName,
                        address,
                        location == null ? null : location.kept(),
                        checkItem,
                        finder,
                        witness,
                        externalNumber,
                        null,
                        campaign,
                        null,
                        null,
                        unit == null ? null : unit.unit()));
    }
}
