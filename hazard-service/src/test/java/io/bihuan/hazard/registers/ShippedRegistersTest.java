package io.bihuan.hazard.registers;

import static org.assertj.core.api.Assertions.assertThat;

import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Grade;
import io.bihuan.hazard.lifecycle.Occasion;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class ShippedRegistersTest {

    @Inject
    ShippedRegisters shipped;

    @Inject
    Districts districts;

    @Inject
    CheckItems checkItems;

    @Inject
    InstantSource clock;

    @Test
    void whatAnOfficeHasChangedIsNotChangedBackAtTheNextStart() {
        Occasion now = Occasion.live(clock.instant(), null);
        CheckItemEntry regraded = new CheckItemEntry(
                null, Category.HEAT_SERVICE, SiteKind.RESIDENTIAL, "停热超过24小时", null, null, Grade.SERIOUS);
        checkItems.put("HV-02", regraded, Set.of(), now);
        districts.put("632823", new DistrictEntry(null, "改名后的县", null), Set.of(), now);

        shipped.load(new StartupEvent());

        assertThat(checkItems.find("HV-02").map(CheckItem::grade)).contains(Grade.SERIOUS);
        assertThat(districts.find("632823").map(District::name)).contains("改名后的县");
    }
}
