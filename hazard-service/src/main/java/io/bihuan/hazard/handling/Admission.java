package io.bihuan.hazard.handling;

import io.bihuan.access.Scope;
import io.bihuan.hazard.campaign.Campaigns;
import io.bihuan.hazard.lifecycle.HazardEvent.Found;
import io.bihuan.hazard.lifecycle.Hazards;
import io.bihuan.hazard.lifecycle.Occasion;
import io.bihuan.hazard.lifecycle.Unit;
import io.bihuan.hazard.registers.Districts;
import io.bihuan.hazard.registers.RegisteredUnits;
import io.bihuan.hazard.registers.Site;
import io.bihuan.hazard.registers.Sites;
import jakarta.enterprise.context.ApplicationScoped;

/** What a finding must name that is on file, and what the files know of it, before it becomes a hazard. */
@ApplicationScoped
class Admission {

    private final Districts districts;
    private final Sites sites;
    private final RegisteredUnits units;
    private final Campaigns campaigns;
    private final Hazards hazards;

    Admission(Districts districts, Sites sites, RegisteredUnits units, Campaigns campaigns, Hazards hazards) {
        this.districts = districts;
        this.sites = sites;
        this.units = units;
        this.campaigns = campaigns;
        this.hazards = hazards;
    }

    /**
     * The finding as it goes on record: at its site's address, and told to be a recurrence if it is one.
     *
     * @throws io.bihuan.hazard.Refusal if it names what is not on file
     */
    Found admit(Finding finding, Occasion occasion) {
        districts.demandWithin("districtCode", finding.districtCode(), occasion);
        if (finding.found().ledger() == null) { // an old ledger may name a campaign by any word
            campaigns.verify(finding.found().campaign());
        }
        Found found = placed(finding.found(), occasion.scope());
        return hazards.closedBefore(finding.districtCode(), found, occasion.at())
                .map(found::recurring)
                .orElse(found);
    }

    /** What is found at a site on file need not be told what its file says. */
    private Found placed(Found found, Scope scope) {
        if (found.siteCode() == null) {
            return found;
        }
        Site site = sites.demand("site", found.siteCode(), scope);
        Unit unit = site.unitCode() == null
                ? null
                : units.find(site.unitCode())
                        .map(onFile -> new Unit(onFile.code(), onFile.name()))
                        .orElse(null);
        return found.at(site.name(), site.address(), site.location(), unit);
    }
}
