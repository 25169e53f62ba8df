package io.bihuan.hazard.inspection;

import com.github.f4b6a3.uuid.UuidCreator;
import io.bihuan.access.Scope;
import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.Refusal.Violation;
import io.bihuan.hazard.campaign.Campaigns;
import io.bihuan.hazard.handling.Finding;
import io.bihuan.hazard.handling.Handling;
import io.bihuan.hazard.history.History;
import io.bihuan.hazard.history.Subject;
import io.bihuan.hazard.lifecycle.Hazard;
import io.bihuan.hazard.lifecycle.HazardEvent.Found;
import io.bihuan.hazard.lifecycle.Occasion;
import io.bihuan.hazard.listing.Listing;
import io.bihuan.hazard.listing.Listing.Slice;
import io.bihuan.hazard.registers.Districts;
import io.bihuan.hazard.registers.Site;
import io.bihuan.hazard.registers.SiteKind;
import io.bihuan.hazard.registers.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The inspections on record. */
@ApplicationScoped
public class Inspections {

    private final EntityManager database;
    private final History history;
    private final Sites sites;
    private final Districts districts;
    private final Campaigns campaigns;
    private final Demands demands;
    private final Handling handling;

    Inspections(
            EntityManager database,
            History history,
            Sites sites,
            Districts districts,
            Campaigns campaigns,
            Demands demands,
            Handling handling) {
        this.database = database;
        this.history = history;
        this.sites = sites;
        this.districts = districts;
        this.campaigns = campaigns;
        this.demands = demands;
        this.handling = handling;
    }

    /** Records an inspection that was held at {@code occasion.at()}, with its hazards: all of it or nothing. */
    @Transactional
    public Inspection hold(Visit visit, Occasion occasion) {
        Site site = sites.demand("site", visit.site(), occasion.scope());
        campaigns.verify(visit.campaign());
        demands.verify(visit, occasion.at());
        // The boundaries may have changed since the site's file was written.
        String district = districts.inUse(site.districtCode(), occasion.at());
        UUID id = UuidCreator.getTimeOrderedEpoch(occasion.recordedAt());
        List<OpenedHazard> opened = open(id, visit, site, district, occasion);
        Inspection inspection = new Inspection(id, visit, site, district, opened, occasion.at());
        inspection.hash = history.record(
                new Subject("inspection", id.toString(), site.code(), 1, ""),
                "inspection.held",
                Held.of(inspection, visit),
                occasion);
        database.persist(inspection);
        return inspection;
    }

    /** One of those in the scope. */
    public Optional<Inspection> find(UUID id, Scope scope) {
        return Optional.ofNullable(database.find(Inspection.class, id))
                .filter(inspection -> scope.covers(inspection.districtCode()));
    }

    /** A part of the inspections that the filter lets through, the latest first. */
    public Slice<Inspection> list(Filter filter, int limit, @Nullable UUID cursor) {
        return new Listing<>(Inspection.class, "inspectedAt", Inspection::id)
                .within(filter.scope(), null)
                .in(filter.district())
                .between(filter.from(), filter.to())
                .where("e.siteCode = :site", "site", filter.site())
                .where("array_contains(e.inspectors, :inspector)", "inspector", filter.inspector())
                .where("e.campaign = :campaign", "campaign", filter.campaign())
                .page(database, limit, cursor);
    }

    /** The latest inspections of a site, the latest first: part of its file 一户一档. */
    public List<Inspection> ofSite(String siteCode, int most) {
        return list(new Filter(Scope.EVERYWHERE, siteCode, null, null, null, null, null), most, null)
                .items();
    }

    private List<OpenedHazard> open(UUID inspection, Visit visit, Site site, String district, Occasion occasion) {
        List<OpenedHazard> opened = new ArrayList<>();
        for (Discovery discovery : visit.hazards()) {
            try {
                Hazard hazard = open(discovery, finding(inspection, visit, site, district, discovery), occasion);
                opened.add(new OpenedHazard(hazard.id(), hazard.number()));
            } catch (Refusal refusal) {
                throw inside("hazards[" + opened.size() + "].", refusal);
            }
        }
        return opened;
    }

    private Hazard open(Discovery discovery, Finding finding, Occasion occasion) {
        return discovery.fixed() == null
                ? handling.find(finding, occasion)
                : handling.findFixed(finding, discovery.fixed(), occasion);
    }

    /** What the site's file says of the place and its unit is filled in when the hazard is admitted. */
    private Finding finding(UUID inspection, Visit visit, Site site, String district, Discovery discovery) {
        Signature unit = visit.signatures().unit();
        return new Finding(
                district,
                discovery.grade(),
                discovery.category(),
                visit.kind().source(),
                new Found(
                        discovery.description(),
                        site.code(),
                        null,
                        null,
                        null,
                        discovery.checkItem(),
                        visit.signatures().inspector().name(),
                        unit == null ? null : unit.name(),
                        null,
                        null,
                        visit.campaign(),
                        inspection,
                        null,
                        discovery.unit()));
    }

    private static Refusal inside(String field, Refusal refusal) {
        return new Refusal(refusal.violations().stream()
                .map(each -> new Violation(field + each.field(), each.reason(), each.arguments()))
                .toArray(Violation[]::new));
    }

    /**
     * An inspection as others need it: what it counts for, and of the names only who signed for it, as {@code by}. The
     * fingerprints of the signatures are in it since it is what the history seals.
     */
    private record Held(
            UUID inspectionId,
            String siteCode,
            SiteKind siteKind,
            String districtCode,
            InspectionKind kind,
            @Nullable String campaign,
            int checked,
            int failed,
            List<UUID> hazardIds,
            int fixedOnSpot,
            boolean clean,
            boolean unitSigned,
            @Nullable String inspectorSignature,
            @Nullable String unitSignature) {

        static Held of(Inspection inspection, Visit visit) {
            return new Held(
                    inspection.id(),
                    inspection.siteCode(),
                    inspection.siteKind(),
                    inspection.districtCode(),
                    inspection.kind(),
                    inspection.campaign(),
                    (int) visit.checklist().stream()
                            .filter(check -> check.result() != Check.Result.NOT_APPLICABLE)
                            .count(),
                    (int) visit.checklist().stream()
                            .filter(check -> check.result() == Check.Result.FAIL)
                            .count(),
                    inspection.hazards().stream().map(OpenedHazard::id).toList(),
                    (int) visit.hazards().stream()
                            .filter(hazard -> hazard.fixed() != null)
                            .count(),
                    inspection.clean(),
                    visit.signatures().unit() != null,
                    visit.signatures().fingerprint(Side.INSPECTOR).orElse(null),
                    visit.signatures().fingerprint(Side.UNIT).orElse(null));
        }
    }
}
