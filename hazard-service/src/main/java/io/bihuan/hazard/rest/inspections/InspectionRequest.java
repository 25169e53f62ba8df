package io.bihuan.hazard.rest.inspections;

import io.bihuan.hazard.inspection.Check;
import io.bihuan.hazard.inspection.Discovery;
import io.bihuan.hazard.inspection.InspectionKind;
import io.bihuan.hazard.inspection.Signature;
import io.bihuan.hazard.inspection.Signatures;
import io.bihuan.hazard.inspection.Visit;
import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Grade;
import io.bihuan.hazard.rest.NotBlankIfGiven;
import io.bihuan.hazard.rest.Times;
import io.bihuan.hazard.rest.hazards.FixedOnSpotRequest;
import io.bihuan.hazard.rest.hazards.UnitRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/inspections}. */
@Schema(name = "InspectionVisit", description = "An inspection 检查 with all that came of it", examples = """
                {"site": "JC-000734", "kind": "INSPECTION", "inspectors": ["检查人员甲", "检查人员乙"],
                 "checklist": [{"item": "CU-01", "result": "FAIL"}, {"item": "CU-02", "result": "PASS"}],
                 "signatures": {"inspector": {"name": "检查人员甲"}, "unit": {"name": "餐馆负责人"}},
                 "hazards": [{"grade": "SERIOUS", "category": "COMMERCIAL_USE", "checkItem": "CU-01",
                              "description": "后厨未安装可燃气体报警器", "unit": {"name": "城东区某餐馆"}}]}""")
record InspectionRequest(
        @NotBlank @Size(max = 64) @Schema(description = "The code of a site on file")
        String site,

        @NotNull InspectionKind kind,

        @NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 100) String> inspectors,

        @Schema(description = "When, if earlier than now") @Nullable
        Instant inspectedAt,

        @Size(max = 64) @Schema(description = "The code of a campaign on file") @Nullable
        String campaign,

        @Size(max = 200) @Nullable List<@NotNull @Valid CheckRequest> checklist,
        @NotNull @Valid BothSides signatures,

        @Size(max = 100) @Schema(description = "What came to light; empty or left out, nothing did") @Nullable
        List<@NotNull @Valid HazardRequest> hazards) {

    /** What came of one check item. */
    @Schema(
            name = "InspectionCheck",
            description = "An item that failed has a hazard in the same call, or names one that is open already")
    record CheckRequest(
            @NotBlank @Size(max = 32) @Schema(description = "The code of a check item on file")
            String item,

            @NotNull Check.Result result,
            @Size(max = 2000) @Nullable String note,

            @Size(max = 100) @Schema(description = "With its unit", examples = "22 %LEL") @Nullable
            String measured,

            @Size(max = 64)
            @Schema(description = "The number of a hazard that is open for this item at this site")
            @Nullable
            String openHazard) {

        Check check() {
            return new Check(item, result, note, measured, openHazard);
        }

        static CheckRequest of(Check check) {
            return new CheckRequest(check.item(), check.result(), check.note(), check.measured(), check.openHazard());
        }
    }

    /** Both sides' signatures. */
    @Schema(
            name = "Signatures",
            description = "谁检查、谁签字、谁负责: of one of the inspectors, and of the unit, or why it refused")
    record BothSides(
            @NotNull @Valid Signed inspector,
            @Valid @Nullable Signed unit,

            @Size(max = 2000) @NotBlankIfGiven @Schema(description = "Instead of the unit's signature") @Nullable
            String refusedReason) {

        Signatures signatures(Times times) {
            return new Signatures(
                    inspector.signature("signatures.inspector.signedAt", times),
                    unit == null ? null : unit.signature("signatures.unit.signedAt", times),
                    refusedReason);
        }
    }

    /** That somebody signed. */
    @Schema(name = "Signature")
    record Signed(
            @NotBlank @Size(max = 100) String name,

            @Schema(description = "Now, if left out") @Nullable
            Instant signedAt,

            @Size(max = 64)
            @Schema(description = "The id of the signed paper, or the SHA-256 of its picture in hexadecimal")
            @Nullable
            String evidence) {

        Signature signature(String field, Times times) {
            return new Signature(name, times.past(field, signedAt, null).at(), evidence);
        }
    }

    /** A hazard that came to light. */
    @Schema(name = "InspectionHazard", description = "Where it lies and who found it is the inspection's to say")
    record HazardRequest(
            @NotNull Grade grade,
            @NotNull Category category,
            @NotBlank @Size(max = 4000) String description,
            @Size(max = 32) @Nullable String checkItem,

            @Valid @Schema(description = "The site's own, if left out") @Nullable
            UnitRequest unit,

            @Valid @Nullable FixedOnSpotRequest fixedOnSpot) {

        Discovery discovery() {
            return new Discovery(
                    grade,
                    category,
                    description,
                    checkItem,
                    unit == null ? null : unit.unit(),
                    fixedOnSpot == null ? null : fixedOnSpot.onTheSpot());
        }
    }

    Visit visit(Times times) {
        return new Visit(
                site,
                kind,
                List.copyOf(inspectors),
                campaign,
                checklist == null
                        ? List.of()
                        : checklist.stream().map(CheckRequest::check).toList(),
                signatures.signatures(times),
                hazards == null
                        ? List.of()
                        : hazards.stream().map(HazardRequest::discovery).toList());
    }
}
