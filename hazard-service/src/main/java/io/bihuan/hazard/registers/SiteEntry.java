package io.bihuan.hazard.registers;

import io.bihuan.hazard.lifecycle.Location;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to stand on file of a site 检查对象, in a request as in a row of a sheet.
 *
 * @param unitCode the responsible unit on file, if one is responsible
 * @param active false once it is closed; it stays on file
 */
@Schema(name = "SiteEntry", description = "What is to stand on file of a site 检查对象", examples = """
                {"code": "JC-000734", "name": "城东区某餐馆", "kind": "RESTAURANT", "districtCode": "630102",
                 "unitCode": "DW-000128", "address": "城东区某路 1 号", "location": {"lat": 36.6171, "lon": 101.7982},
                 "active": true, "contacts": [{"name": "安全负责人", "post": "店长", "phone": "13900000000"}]}""")
public record SiteEntry(
        @Size(max = 64) @Nullable String code,
        @NotBlank @Size(max = 200) @OneLine String name,
        @NotNull SiteKind kind,

        @NotBlank @Size(max = 12) @Schema(description = "A district on file")
        String districtCode,

        @Size(max = 64) @Schema(description = "The responsible unit on file") @Nullable
        String unitCode,

        @Size(max = 300) @OneLine @Nullable String address,
        @Valid @Nullable Point location,

        @Schema(description = "The one to call first comes first") @Size(max = Contact.MOST)
        List<@NotNull @Valid Contact> contacts,

        @Schema(description = "Sites are closed, never deleted", defaultValue = "true")
        Boolean active)
        implements Entry {

    public SiteEntry {
        code = Texts.emptyToNull(code);
        name = Texts.stripped(name);
        districtCode = Texts.stripped(districtCode);
        unitCode = Texts.emptyToNull(unitCode);
        address = Texts.emptyToNull(address);
        contacts = contacts == null ? List.of() : contacts;
        active = active == null || active;
    }

    /** A point on the map, WGS 84, in degrees. */
    @Schema(name = "SiteLocation")
    public record Point(
            @NotNull @DecimalMin("-90") @DecimalMax("90") @Digits(integer = 2, fraction = 15)
            BigDecimal lat,

            @NotNull @DecimalMin("-180") @DecimalMax("180") @Digits(integer = 3, fraction = 15)
            BigDecimal lon) {

        Location kept() {
            return new Location(lat.setScale(6, RoundingMode.HALF_UP), lon.setScale(6, RoundingMode.HALF_UP));
        }
    }

    @Override
    public @Nullable String ownCode() {
        return code;
    }

    @Nullable
    Location place() {
        return location == null ? null : location.kept();
    }
}
