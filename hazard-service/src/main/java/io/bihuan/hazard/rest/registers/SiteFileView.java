package io.bihuan.hazard.rest.registers;

import io.bihuan.hazard.inspection.Inspection;
import io.bihuan.hazard.inspection.InspectionKind;
import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Grade;
import io.bihuan.hazard.lifecycle.Hazard;
import io.bihuan.hazard.lifecycle.Status;
import io.bihuan.hazard.search.SiteHazards;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All that is on file of a site, on one page. */
@Schema(name = "SiteFile", description = "One file per site 一户一档", examples = """
                {"site": {"code": "JC-000734", "name": "城东区某餐馆", "kind": "RESTAURANT", "districtCode": "630102",
                          "unitCode": null, "address": null, "location": null, "active": true, "version": 1,
                          "contacts": [{"name": "安全负责人", "post": "店长", "phone": "13900000000"}]},
                 "unit": null,
                 "hazards": {"counts": {"ASSIGNED": 1, "CLOSED": 4}, "open": [
                    {"id": "0199f3a0-5b7c-7d11-9a3e-000000000001", "number": "630102-2026-000017", "status": "ASSIGNED",
                     "grade": "SERIOUS", "category": "COMMERCIAL_USE", "checkItem": "CU-01",
                     "description": "后厨未安装可燃气体报警器", "foundAt": "2026-05-03T02:00:00Z",
                     "dueAt": "2026-05-18T16:00:00Z", "overdue": false, "closedAt": null}], "closed": []},
                 "inspections": [{"id": "0199f3a0-5b7c-7d11-9a3e-000000000002", "kind": "INSPECTION",
                    "inspectedAt": "2026-05-03T02:00:00Z", "inspectors": ["检查人员甲"], "clean": false, "hazards": 1}]}""")
record SiteFileView(
        SiteView site,

        @Schema(description = "The responsible unit, if one is on file") @Nullable
        UnitView unit,

        SiteHazardsView hazards,

        @Schema(description = "The 10 that were held last, the latest first")
        List<InspectionLine> inspections) {

    /** An inspection in short. */
    @Schema(name = "InspectionLine")
    record InspectionLine(
            UUID id,
            InspectionKind kind,
            Instant inspectedAt,
            List<String> inspectors,
            boolean clean,

            @Schema(description = "How many hazards came to light")
            int hazards) {

        static InspectionLine of(Inspection inspection) {
            return new InspectionLine(
                    inspection.id(),
                    inspection.kind(),
                    inspection.inspectedAt(),
                    inspection.inspectors(),
                    inspection.clean(),
                    inspection.hazards().size());
        }
    }

    /** What was found at the site. */
    @Schema(name = "SiteHazards")
    record SiteHazardsView(
            @Schema(description = "All that were found, by status")
            Map<Status, Long> counts,

            @Schema(description = "With something still to be done, the oldest first; at most 100")
            List<HazardLine> open,

            @Schema(description = "The 10 that were struck off last")
            List<HazardLine> closed) {}

    /** A hazard in short. */
    @Schema(name = "HazardLine")
    record HazardLine(
            UUID id,
            String number,
            Status status,
            Grade grade,
            Category category,
            @Nullable String checkItem,
            String description,
            Instant foundAt,
            @Nullable Instant dueAt,
            boolean overdue,
            @Nullable Instant closedAt) {

        static HazardLine of(Hazard hazard, Instant now) {
            return new HazardLine(
                    hazard.id(),
                    hazard.number(),
                    hazard.status(),
                    hazard.grade(),
                    hazard.category(),
                    hazard.checkItem(),
                    hazard.description(),
                    hazard.foundAt(),
                    hazard.dueAt(),
                    hazard.overdue(now),
                    hazard.closedAt());
        }
    }

    static SiteFileView of(
            SiteView site,
            @Nullable UnitView unit,
            SiteHazards.OnFile hazards,
            List<Inspection> inspections,
            Instant now) {
        return new SiteFileView(
                site,
                unit,
                new SiteHazardsView(hazards.counts(), lines(hazards.open(), now), lines(hazards.closed(), now)),
                inspections.stream().map(InspectionLine::of).toList());
    }

    private static List<HazardLine> lines(List<Hazard> hazards, Instant now) {
        return hazards.stream().map(hazard -> HazardLine.of(hazard, now)).toList();
    }
}
