package io.bihuan.hazard.registers;

import io.bihuan.hazard.history.History;
import io.bihuan.hazard.history.Subject;
import io.bihuan.hazard.lifecycle.Occasion;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The register of responsible units 责任单位. */
@ApplicationScoped
public class RegisteredUnits extends Register<UnitEntry, RegisteredUnit> {

    private final Districts districts;
    private final History history;

    RegisteredUnits(Districts districts, History history) {
        this.districts = districts;
        this.history = history;
    }

    @Override
    Class<RegisteredUnit> type() {
        return RegisteredUnit.class;
    }

    @Override
    String kind() {
        return "unit";
    }

    @Override
    RegisterSheet<UnitEntry, RegisteredUnit> sheet() {
        return new UnitSheet();
    }

    @Override
    RegisteredUnit blank(String code, UnitEntry entry) {
        return new RegisteredUnit();
    }

    @Override
    void demand(UnitEntry entry, Occasion occasion) {
        districts.demandWithin("districtCode", entry.districtCode(), occasion);
    }

    @Override
    void record(RegisteredUnit unit, Occasion occasion) {
        unit.hash = history.record(
                new Subject("unit", unit.code(), unit.code(), unit.version(), unit.hash),
                "unit.registered",
                new Registered(
                        unit.code(),
                        unit.name(),
                        unit.kind(),
                        unit.uscc(),
                        unit.districtCode(),
                        unit.address(),
                        unit.active()),
                occasion);
    }

    /** A unit as it now stands on file, without its contacts, who are nobody else's business. */
    private record Registered(
            String unitCode,
            String name,
            UnitKind kind,
            @Nullable String uscc,
            String districtCode,
            @Nullable String address,
            boolean active) {}
}
