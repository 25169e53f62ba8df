package io.bihuan.hazard.rest.inspections;

import io.bihuan.hazard.inspection.Inspection;
import io.bihuan.hazard.inspection.InspectionKind;
import io.bihuan.hazard.inspection.OpenedHazard;
import io.bihuan.hazard.inspection.Side;
import io.bihuan.hazard.inspection.Signature;
import io.bihuan.hazard.registers.SiteKind;
import io.bihuan.hazard.rest.inspections.InspectionRequest.CheckRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An inspection as clients see it. */
@Schema(name = "Inspection", description = "An inspection 检查 that was held", examples = """
                {"id": "0199f3a0-6c3e-7a90-8f12-3d4e5f607182", "site": "JC-000734", "siteKind": "RESTAURANT",
                 "districtCode": "630102", "kind": "INSPECTION", "inspectedAt": "2026-05-03T01:30:00Z",
                 "inspectors": ["检查人员甲", "检查人员乙"], "campaign": "GAS-2026",
                 "checklist": [{"item": "CU-01", "result": "FAIL", "note": "未安装"}, {"item": "CU-02", "result": "PASS"}],
                 "signatures": {"inspector": {"name": "检查人员甲", "signedAt": "2026-05-03T01:50:00Z",
                                              "evidence": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                                              "picture": "/api/inspections/0199f3a0-6c3e-7a90-8f12-3d4e5f607182/signatures/inspector"},
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
        BothSigned signatures,

        @Schema(description = "The hazards that came to light")
        List<HazardOpened> hazards,

        @Schema(description = "No item failed and no hazard came to light")
        boolean clean) {

    /** Both sides' signatures. */
    @Schema(name = "InspectionSignatures", description = "Of one of the inspectors, and of the unit, or why it refused")
    record BothSigned(
            Signed inspector,
            @Nullable Signed unit,

            @Schema(description = "Instead of the unit's signature") @Nullable
            String refusedReason) {

        static BothSigned of(Inspection inspection) {
            return new BothSigned(
                    Objects.requireNonNull(Signed.of(inspection, Side.INSPECTOR)),
                    Signed.of(inspection, Side.UNIT),
                    inspection.signatures().refusedReason());
        }
    }

    /** That somebody signed. */
    @Schema(name = "InspectionSignature")
    record Signed(
            String name,
            Instant signedAt,

            @Schema(description = "The id of the signed paper, or the SHA-256 of its picture") @Nullable
            String evidence,

            @Schema(description = "The address of the picture; null unless it is kept") @Nullable
            String picture) {

        static @Nullable Signed of(Inspection inspection, Side side) {
            Signature signature = inspection.signatures().of(side);
            return signature == null
                    ? null
                    : new Signed(
                            signature.name(),
                            signature.signedAt(),
                            signature.evidence(),
                            inspection.hasPictureOf(side)
                                    ? "/api/inspections/" + inspection.id() + "/signatures/" + side.word()
                                    : null);
        }
    }

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
                BothSigned.of(inspection),
                inspection.hazards().stream().map(HazardOpened::of).toList(),
                inspection.clean());
    }
}
