package io.bihuan.hazard.rest.registers;

import io.bihuan.hazard.registers.District;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A district on file as clients see it. */
@Schema(name = "District", description = "A district 行政区划; its code's prefixes are its ancestors", examples = """
                {"code": "630102001", "name": "东关大街街道", "parentCode": "630102", "level": "STREET",
                 "movedInto": "630103009", "movedOn": "2026-07-01", "version": 2}""")
record DistrictView(
        String code,
        String name,
        @Nullable String parentCode,
        District.Level level,

        @Schema(description = "The code that takes its place 区划调整, if it is given up", examples = "630103009") @Nullable
        String movedInto,

        @Schema(description = "The first local day on which that holds; until then this code is in use") @Nullable
        LocalDate movedOn,

        @Schema(description = "How often it was changed; also the ETag")
        int version) {

    static DistrictView of(District district) {
        return new DistrictView(
                district.code(),
                district.name(),
                district.parentCode(),
                district.level(),
                district.movedInto(),
                district.movedOn(),
                district.version());
    }
}
