package io.bihuan.hazard.rest.registers;

import io.bihuan.hazard.lifecycle.Location;
import io.bihuan.hazard.registers.Contact;
import io.bihuan.hazard.registers.Site;
import io.bihuan.hazard.registers.SiteKind;
import io.bihuan.hazard.rest.Discretion;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A site on file as clients see it. */
@Schema(name = "Site", description = "A site 检查对象 on file", examples = """
                {"code": "JC-000734", "name": "城东区某餐馆", "kind": "RESTAURANT", "districtCode": "630102",
                 "unitCode": "DW-000128", "address": "城东区某路 1 号",
                 "location": {"lat": 36.617100, "lon": 101.798200}, "active": true, "version": 1,
                 "contacts": [{"name": "安全负责人", "post": "店长", "phone": "13900000000"}]}""")
record SiteView(
        String code,
        String name,
        SiteKind kind,
        String districtCode,

        @Schema(description = "The responsible unit on file") @Nullable
        String unitCode,

        @Nullable String address,
        @Nullable Location location,

        @Schema(description = "The one to call first comes first; phones are masked for whoever does not need them")
        List<Contact> contacts,

        @Schema(description = "False once it is closed") boolean active,

        @Schema(description = "How often it was changed; also the ETag")
        int version) {

    static SiteView of(Site site, Discretion discretion) {
        return new SiteView(
                site.code(),
                site.name(),
                site.kind(),
                site.districtCode(),
                site.unitCode(),
                site.address(),
                site.location(),
                discretion.of(site.contacts()),
                site.active(),
                site.version());
    }
}
