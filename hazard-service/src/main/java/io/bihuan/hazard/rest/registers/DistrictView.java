package io.bihuan.hazard.rest.registers;

import io.bihuan.hazard.registers.District;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A district on file as clients see it. */
@Schema(name = "District", description = "A district 行政区划; its code's prefixes are its ancestors", examples = """
                {"code": "630102", "name": "城东区", "parentCode": "6301", "level": "COUNTY", "version": 1}""")
record DistrictView(
        String code,
        String name,
        @Nullable String parentCode,
        District.Level level,

        @Schema(description = "How often it was changed; also the ETag")
        int version) {

    static DistrictView of(District district) {
        return new DistrictView(
                district.code(), district.name(), district.parentCode(), district.level(), district.version());
    }
}
