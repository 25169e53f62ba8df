package io.bihuan.hazard.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.bihuan.hazard.evidence.Photos;
import io.bihuan.stack.testing.Callers;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pictures of an inspection's signatures. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class SignaturesTest {

    private static final byte[] INSPECTORS = Photos.png(64, 24);
    private static final byte[] UNITS = Photos.png(80, 30);

    @Test
    void thePictureThatTheInspectionNamesIsKeptAndReadBack() {
        String inspection = signedWith(sha256(INSPECTORS), sha256(UNITS));
        given().get(inspection)
                .then()
                .body("signatures.inspector.picture", nullValue())
                .body("signatures.unit.picture", nullValue());

        put(inspection, "inspector", INSPECTORS).statusCode(204);

        String address = given().get(inspection)
                .then()
                .body("signatures.inspector.evidence", is(sha256(INSPECTORS)))
                .body("signatures.unit.picture", nullValue())
                .extract()
                .path("signatures.inspector.picture");
        byte[] bytes = given().get(address)
                .then()
                .statusCode(200)
                .contentType("image/png")
                .header("Content-Disposition", containsString("inline; "))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("ETag", '"' + sha256(INSPECTORS) + '"')
                .extract()
                .asByteArray();
        assertThat(bytes).isEqualTo(INSPECTORS);
        given().header("If-None-Match", '"' + sha256(INSPECTORS) + '"')
                .get(address)
                .then()
                .statusCode(304);

        put(inspection, "unit", UNITS).statusCode(204);
        assertThat(given().get(inspection + "/signatures/unit").asByteArray()).isEqualTo(UNITS);
    }

    @Test
    void aListSaysWhichPicturesAreKept() {
        String site = Visits.site();
        String with = held(site, sha256(INSPECTORS), sha256(UNITS));
        held(site, sha256(INSPECTORS), sha256(UNITS));
        put(with, "unit", UNITS).statusCode(204);

        given().get("/api/inspections?site=" + site)
                .then()
                .body("items.signatures.unit.picture", containsInAnyOrder(null, with + "/signatures/unit"));
    }

    @Test
    void theSamePictureASecondTimeChangesNothingAndNeitherDoEightAtOnce() {
        String inspection = signedWith(sha256(INSPECTORS), sha256(UNITS));
        put(inspection, "inspector", INSPECTORS).statusCode(204);
        put(inspection, "inspector", INSPECTORS).statusCode(204);
        assertThat(IntStream.range(0, 8)
                        .mapToObj(n -> CompletableFuture.supplyAsync(
                                () -> put(inspection, "unit", UNITS).extract().statusCode()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join))
                .containsOnly(204);
        assertThat(given().get(inspection + "/signatures/inspector").asByteArray())
                .isEqualTo(INSPECTORS);
    }

    @Test
    void aFingerprintMayBeInCapitals() {
        String inspection = signedWith(sha256(INSPECTORS).toUpperCase(Locale.ROOT), "e2");
        put(inspection, "inspector", INSPECTORS).statusCode(204);
        assertThat(given().get(inspection + "/signatures/inspector").asByteArray())
                .isEqualTo(INSPECTORS);
    }

    @Test
    void anotherPictureIsRefusedWithBothFingerprints() {
        String inspection = signedWith(sha256(INSPECTORS), sha256(UNITS));
        put(inspection, "inspector", UNITS)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", contains("file"))
                .body("violations[0].message", containsString(sha256(UNITS)))
                .body("violations[0].message", containsString(sha256(INSPECTORS)));
        given().header("Accept-Language", "en")
                .contentType("image/png")
                .body(UNITS)
                .put(inspection + "/signatures/inspector")
                .then()
                .body("violations[0].message", containsString("not the picture on record"));
        given().get(inspection + "/signatures/inspector").then().statusCode(404);
    }

    @Test
    void aSideWhoseSignatureHasNoPictureTakesNone() {
        String onPaper = signedWith(sha256(INSPECTORS), "e2");
        String refused = held(Visits.site(), """
                {"inspector": {"name": "检查人员甲"}, "refusedReason": "负责人不在场"}""");
        for (String inspection : List.of(onPaper, refused)) {
            put(inspection, "unit", UNITS)
                    .statusCode(400)
                    .body("violations.field", contains("file"))
                    .body("violations[0].message", containsString("没有图片指纹"));
            given().get(inspection + "/signatures/unit").then().statusCode(404).contentType("application/problem+json");
        }
    }

    @Test
    void whatIsNoPngIsNotTakenEvenIfTheInspectionNamesIt() {
        byte[] page = "<html><script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        byte[] photo = Photos.jpeg(64, 24);
        String inspection = signedWith(sha256(page), sha256(photo));
        put(inspection, "inspector", page).statusCode(415).body("detail", containsString("PNG"));
        put(inspection, "unit", photo).statusCode(415).body("detail", containsString("PNG"));
        put(inspection, "unit", new byte[0]).statusCode(415);
        given().contentType("image/jpeg")
                .body(photo)
                .put(inspection + "/signatures/unit")
                .then()
                .statusCode(415);
    }

    @Test
    void aBrokenPictureIsNotTakenEvenIfTheInspectionNamesIt() {
        byte[] half = Arrays.copyOf(INSPECTORS, INSPECTORS.length / 2);
        byte[] bomb = Photos.bomb(50_000, 50_000);
        String inspection = signedWith(sha256(half), sha256(bomb));
        put(inspection, "inspector", half).statusCode(400).body("violations[0].message", containsString("不完整"));
        put(inspection, "unit", bomb).statusCode(400).body("violations[0].message", containsString("50000×50000"));
    }

    @Test
    void aPictureOfMoreThan256KilobytesIsRefused() {
        byte[] large = Arrays.copyOf(INSPECTORS, 256 * 1024 + 1);
        put(signedWith(sha256(large), "e2"), "inspector", large)
                .statusCode(413)
                .body("detail", containsString("256 KB"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSPECTOR", "witness", "unit%2F..", "%E5%8D%95%E4%BD%8D"})
    void thereAreTwoSides(String side) {
        String inspection = signedWith(sha256(INSPECTORS), sha256(UNITS));
        given().urlEncodingEnabled(false)
                .contentType("image/png")
                .body(INSPECTORS)
                .put(inspection + "/signatures/" + side)
                .then()
                .statusCode(404);
    }

    @Test
    void elsewhereAnInspectionDoesNotExist() {
        String inspection = signedWith(sha256(INSPECTORS), sha256(UNITS));
        put(inspection, "inspector", INSPECTORS).statusCode(204);
        String stranger = Callers.token("检查人员 of 6302", "INSPECTOR", "6302");
        given().auth()
                .oauth2(stranger)
                .contentType("image/png")
                .body(UNITS)
                .put(inspection + "/signatures/unit")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(stranger)
                .get(inspection + "/signatures/inspector")
                .then()
                .statusCode(404);
        put("/api/inspections/" + UUID.randomUUID(), "inspector", INSPECTORS).statusCode(404);
    }

    private static ValidatableResponse put(String inspection, String side, byte[] png) {
        return given().contentType("image/png")
                .body(png)
                .put(inspection + "/signatures/" + side)
                .then();
    }

    private static String signedWith(String inspectors, String units) {
        return held(Visits.site(), inspectors, units);
    }

    private static String held(String site, String inspectors, String units) {
        return held(site, """
                {"inspector": {"name": "检查人员甲", "evidence": "%s"}, "unit": {"name": "餐馆负责人", "evidence": "%s"}}""".formatted(inspectors, units));
    }

    /** The address of an inspection with these signatures. */
    private static String held(String site, String signatures) {
        String location = Calls.post("/api/inspections", """
                        {"site": "%s", "kind": "SPOT_CHECK", "inspectors": ["检查人员甲"],
                         "checklist": [{"item": "CU-01", "result": "PASS"}], "signatures": %s}""".formatted(site, signatures))
                .statusCode(201)
                .extract()
                .header("Location");
        return location.substring(location.indexOf("/api/"));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
