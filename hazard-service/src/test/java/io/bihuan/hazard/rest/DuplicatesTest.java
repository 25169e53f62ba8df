package io.bihuan.hazard.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class DuplicatesTest {

    /** Each test has a place of its own, far from all others. */
    private final double lat = -60 + Math.abs(UUID.randomUUID().hashCode() % 100_000) / 1_000.0;

    private final String site = "查重餐馆 " + UUID.randomUUID();

    @Test
    void anOpenHazardOfTheSameCategoryWithinFiftyMetresIsACandidate() {
        String near = found("HEAT_NETWORK", null, lat + 0.0004);
        found("HEAT_NETWORK", null, lat + 0.0005);
        found("HEAT_SOURCE", null, lat);

        check("HEAT_NETWORK", null, lat)
                .body("candidates.id", contains(near))
                .body("candidates[0].distanceMetres", is(44))
                .body("candidates[0].reasons", contains("WITHIN_50_METRES"));
    }

    @Test
    void anOpenHazardOfTheSameSiteIsACandidateWhereverItSaysItIs() {
        String same = found("COMMERCIAL_USE", site, lat + 1);
        found("COMMERCIAL_USE", site + " 二店", lat + 1);

        check("COMMERCIAL_USE", site, lat)
                .body("candidates.id", contains(same))
                .body("candidates[0].reasons", containsInAnyOrder("SAME_SITE", "SAME_CHECK_ITEM"));
    }

    @Test
    void theOneWithMostInCommonComesFirst() {
        String near = found("COMMERCIAL_USE", null, lat);
        String same = found("COMMERCIAL_USE", site, lat);

        check("COMMERCIAL_USE", site, lat).body("candidates.id", contains(same, near));
    }

    @Test
    void aHazardThatIsClosedMergedOrVoidedIsNoCandidate() {
        String voided = found("HEAT_NETWORK", site, lat);
        Calls.step(voided, "voiding", Calls.REASON).statusCode(200);

        check("HEAT_NETWORK", site, lat).body("candidates", empty());
    }

    @Test
    void nothingIsStoredAndNothingIsMerged() {
        String first = found("HEAT_NETWORK", site, lat);
        check("HEAT_NETWORK", site, lat);
        check("HEAT_NETWORK", site, lat).body("candidates.id", contains(first));

        assertThat(Calls.hazard(first)).containsEntry("version", 1).containsEntry("status", "FOUND");
    }

    @Test
    void aFindingThatSaysNeitherSiteNorPlaceHasNoCandidates() {
        Calls.post("/api/hazards/duplicate-check", """
                        {"districtCode": "630102", "grade": "MINOR", "category": "TRANSPORT", "source": "CITIZEN",
                         "description": "疑似重复"}""").statusCode(200).body("candidates", empty());
    }

    @Test
    void placesAtThePolesAndTheDateLineAreNoTrouble() {
        for (List<Double> place : List.of(List.of(90.0, 180.0), List.of(-90.0, -180.0), List.of(0.0, 180.0))) {
            Calls.post("/api/hazards/duplicate-check", finding("TRANSPORT", null, place.get(0), place.get(1)))
                    .statusCode(200);
        }
    }

    private static String found(String category, @Nullable String site, double lat) {
        return Calls.post("/api/hazards", finding(category, site, lat, 101.5))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse check(String category, @Nullable String site, double lat) {
        return Calls.post("/api/hazards/duplicate-check", finding(category, site, lat, 101.5))
                .statusCode(200);
    }

    private static String finding(String category, @Nullable String site, double lat, double lon) {
        return """
                {"districtCode": "630102", "grade": "SERIOUS", "category": "%s", "source": "INSPECTION",
                 "checkItem": %s, "description": "疑似重复", %s "location": {"lat": %.6f, "lon": %.6f}}""".formatted(
                        category,
                        site == null ? "null" : "\"CU-01\"",
                        site == null ? "" : "\"siteName\": \"" + site + "\",",
                        lat,
                        lon);
    }
}
