package io.bihuan.hazard.rest.registers;

import io.bihuan.hazard.registers.District;
import io.bihuan.hazard.registers.Districts;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The register of districts. */
@Path("/api/districts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Registers", description = "What is on file")
class DistrictsResource {

    private final Districts districts;

    DistrictsResource(Districts districts) {
        this.districts = districts;
    }

    /** A district as clients see it. */
    @Schema(name = "District", description = "A district 行政区划; its code's prefixes are its ancestors", examples = """
                    {"code": "630102", "name": "城东区", "parentCode": "6301", "level": "COUNTY"}""")
    record DistrictView(String code, String name, @Nullable String parentCode, District.Level level) {}

    /** A list of districts. */
    @Schema(name = "DistrictList")
    record DistrictList(List<DistrictView> items) {}

    @GET
    @Operation(summary = "The districts on file, in the order of their codes")
    public DistrictList listDistricts(
            @QueryParam("parent")
                    @Parameter(description = "Only this district's own children", example = "6301")
                    @Nullable
                    String parent) {
        return new DistrictList(districts.childrenOf(parent).stream()
                .map(district ->
                        new DistrictView(district.code(), district.name(), district.parentCode(), district.level()))
                .toList());
    }
}
