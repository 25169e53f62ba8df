package io.bihuan.hazard.registers;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.Refusal.Violation;
import io.bihuan.hazard.history.History;
import io.bihuan.hazard.history.Subject;
import io.bihuan.hazard.lifecycle.Location;
import io.bihuan.hazard.lifecycle.Occasion;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The register of sites 检查对象, one file per site 一户一档. */
@ApplicationScoped
public class Sites extends Register<SiteEntry, Site> {

    private final Districts districts;
    private final RegisteredUnits units;
    private final History history;

    Sites(Districts districts, RegisteredUnits units, History history) {
        this.districts = districts;
        this.units = units;
        this.history = history;
    }

    @Override
    Class<Site> type() {
        return Site.class;
    }

    @Override
    String kind() {
        return "site";
    }

    @Override
    RegisterSheet<SiteEntry, Site> sheet() {
        return new SiteSheet();
    }

    @Override
    Site blank(String code, SiteEntry entry) {
        return new Site();
    }

    @Override
    void demand(SiteEntry entry, Occasion occasion) {
        List<Violation> violations = new ArrayList<>();
        try {
            districts.demandWithin("districtCode", entry.districtCode(), occasion);
        } catch (Refusal refusal) {
            violations.addAll(refusal.violations());
        }
        if (entry.unitCode() != null && units.find(entry.unitCode()).isEmpty()) {
            violations.add(new Violation("unitCode", "unit.unknown", entry.unitCode()));
        }
        if (!violations.isEmpty()) {
            throw new Refusal(violations.toArray(Violation[]::new));
        }
    }

    @Override
    void record(Site site, Occasion occasion) {
        site.hash = history.record(
                new Subject("site", site.code(), site.code(), site.version(), site.hash),
                "site.registered",
                new Registered(
                        site.code(),
                        site.name(),
                        site.kind(),
                        site.districtCode(),
                        site.unitCode(),
                        site.address(),
                        site.location(),
                        site.active()),
                occasion);
    }

    /** A site as it now stands on file, without its contacts, who are nobody else's business. */
    private record Registered(
            String siteCode,
            String name,
            SiteKind kind,
            String districtCode,
            @Nullable String unitCode,
            @Nullable String address,
            @Nullable Location location,
            boolean active) {}
}
