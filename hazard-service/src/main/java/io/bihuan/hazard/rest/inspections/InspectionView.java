package io.bihuan.hazard.rest.inspections;

import io.bihuan.hazard.inspection.Inspection;
import io.bihuan.hazard.inspection.InspectionKind;
import io.bihuan.hazard.inspection.OpenedHazard;
import io.bihuan.hazard.registers.SiteKind;
import io.bihuan.hazard.rest.inspections.InspectionRequest.BothSides;
import io.bihuan.hazard.rest.inspections.InspectionRequest.CheckRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An inspection as clients see it. */
@Schema(name = "Inspection", description = "An inspection 检查 that was held", examples = """
                {"id": "0199f3a0-6c3e-7a90-8f12-3d4e5f607182", "site": "JC-000734", "siteKind": "RESTAURANT",
                 "districtCode": "630102", "kind": "INSPECTION", "inspectedAt": "2026-05-03T01:30:00Z",
                 "inspectors": ["检查人员甲", "检查人员乙"], "campaign": "GAS-2026",
                 "checklist": [{"item": "CU-01", "result": "FAIL", "note": "未安装"}, {"item": "CU-02", "result": "PASS"}],
                 "signatures": {"inspector": {"name": "检查人员甲", "signedAt": "2026-05-03T01:50:00Z"},
                                "unit": {"name": "餐馆负责人", "signedAt": "2026-05-03T01:52:00Z"}},
                 "hazards": [{"id": "0199f3a0-5b7c-7d11-9a3e-4f60a1c2d3e4", "number": "630102-2026-000017"}],
                 "clean": false}""")
record InspectionView(
        UUID id,
        String site,
        SiteKind siteKind,
        String districtCode,
        InspectionKind kind,
        Instant inspectedAt,
        List<String> inspectors,
        @Nullable String campaign,
        List<CheckRequest> checklist,
        BothSides signatures,

        @Schema(description = "The hazards that came to light")
        List<HazardOpened> hazards,

        @Schema(description = "No item failed and no hazard came to light")
        boolean clean) {

    /** A hazard that came to light. */
    @Schema(name = "InspectionHazardOpened")
    record HazardOpened(UUID id, String number) {

        static HazardOpened of(OpenedHazard hazard) {
            return new HazardOpened(hazard.id(), hazard.number());
        }
    }

    static InspectionView of(Inspection inspection) {
        return new InspectionView(
                inspection.id(),
                inspection.siteCode(),
                inspection.siteKind(),
                inspection.districtCode(),
                inspection.kind(),
                inspection.inspectedAt(),
                inspection.inspectors(),
                inspection.campaign(),
                inspection.checklist().stream().map(CheckRequest::of).toList(),
                BothSides.of(inspection.signatures()),
                inspection.hazards().stream().map(HazardOpened::of).toList(),
                inspection.clean());
    }
}
