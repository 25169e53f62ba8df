package io.bihuan.hazard.rest.registers;

import io.bihuan.hazard.registers.Contact;
import io.bihuan.hazard.registers.RegisteredUnit;
import io.bihuan.hazard.registers.UnitKind;
import io.bihuan.hazard.rest.Discretion;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A responsible unit on file as clients see it. */
@Schema(name = "RegisteredUnit", description = "A responsible unit 责任单位 on file", examples = """
                {"code": "DW-000128", "name": "城东区某餐饮有限公司", "kind": "RESTAURANT", "uscc": "91630102MA75200018",
                 "districtCode": "630102", "address": "城东区某路 1 号", "active": true, "version": 1,
                 "contacts": [{"name": "安全负责人", "post": "店长", "phone": "13900000000"}]}""")
record UnitView(
        String code,
        String name,
        UnitKind kind,

        @Schema(description = "统一社会信用代码, GB 32100-2015") @Nullable
        String uscc,

        String districtCode,
        @Nullable String address,

        @Schema(description = "The one to call first comes first; phones are masked for whoever does not need them")
        List<Contact> contacts,

        @Schema(description = "False once it is closed") boolean active,

        @Schema(description = "How often it was changed; also the ETag")
        int version) {

    static UnitView of(RegisteredUnit unit, Discretion discretion) {
        return new UnitView(
                unit.code(),
                unit.name(),
                unit.kind(),
                unit.uscc(),
                unit.districtCode(),
                unit.address(),
                discretion.of(unit.contacts()),
                unit.active(),
                unit.version());
    }
}
