package io.bihuan.hazard.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import io.bihuan.hazard.SettableClock;
import io.bihuan.hazard.evidence.Exif;
import io.bihuan.hazard.evidence.Photos;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class EvidenceTest {

    private static final byte[] PHOTO = Photos.withExif(
            Photos.jpeg(1600, 900),
            new Exif()
                    .camera("CAMERA-OF-THE-TEST")
                    .orientation(6)
                    .takenAt("2026:05:01 09:30:00")
                    .at(36_617_134, 101_798_221)
                    .tiff());

    @Inject
    SettableClock clock;

    @BeforeEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void aPhotoIsKeptWithWhatItSaysOfTimeAndPlaceBesideTheUploadTime() {
        String hazard = Calls.found();
        String location = send(hazard, PHOTO, "后厨 报警器.jpg")
                .statusCode(201)
                .body("contentType", is("image/jpeg"))
                .body("size", is(PHOTO.length))
                .body("fileName", is("后厨 报警器.jpg"))
                .body("takenAt", is("2026-05-01T01:30:00Z"))
                .body("location.lat", is(36.617134f))
                .body("location.lon", is(101.798221f))
                .body("uploadedAt", is("2026-05-03T02:00:00Z"))
                .extract()
                .header("Location");
        String sha256 = given().get("/api/hazards/" + hazard + "/evidence")
                .then()
                .statusCode(200)
                .body("items.fileName", contains("后厨 报警器.jpg"))
                .extract()
                .path("items[0].sha256");

        byte[] bytes = given().get(location)
                .then()
                .statusCode(200)
                .contentType("image/jpeg")
                .header("Content-Length", is(Integer.toString(PHOTO.length)))
                .header("Content-Disposition", containsString("inline; filename=\"__ ___.jpg\""))
                .header(
                        "Content-Disposition",
                        containsString("filename*=UTF-8''%E5%90%8E%E5%8E%A8%20%E6%8A%A5%E8%AD%A6%E5%99%A8.jpg"))
                .header("X-Content-Type-Options", "nosniff")
                .header("ETag", '"' + sha256 + '"')
                .extract()
                .asByteArray();
        assertThat(bytes).isEqualTo(PHOTO);
        given().header("If-None-Match", '"' + sha256 + '"').get(location).then().statusCode(304);
    }

    @Test
    void aPublicCopyHoldsNothingButPixels() throws ImageProcessingException, IOException {
        String location = send(Calls.found(), PHOTO, "kitchen.jpg").extract().header("Location");
        for (String copy : List.of("/public", "/thumbnail")) {
            byte[] bytes = given().get(location + copy)
                    .then()
                    .statusCode(200)
                    .contentType("image/jpeg")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Disposition", not(containsString("kitchen")))
                    .extract()
                    .asByteArray();
            Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes));
            assertThat(metadata.containsDirectoryOfType(GpsDirectory.class)).isFalse();
            assertThat(metadata.containsDirectoryOfType(ExifDirectoryBase.class))
                    .isFalse();
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "CAMERA", "2026:05:01");
            assertThat(Photos.picture(bytes).getHeight())
                    .as("upright")
                    .isGreaterThan(Photos.picture(bytes).getWidth());
        }
    }

    @Test
    void theSamePhotoIsTheSameEvidenceOfAHazardAndAnotherOfAnother() {
        byte[] photo = Photos.png(20, 20);
        String hazard = Calls.found();
        String id = send(hazard, photo, "a.png").statusCode(201).extract().path("id");
        send(hazard, photo, "b.png").statusCode(200).body("id", is(id)).body("fileName", is("a.png"));
        String other = send(Calls.found(), photo, "a.png")
                .statusCode(201)
                .body("id", not(is(id)))
                .extract()
                .path("hazardId");

        given().get("/api/hazards/" + other + "/evidence/" + id)
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void theSamePhotoSentEightTimesAtOnceIsOnRecordOnce() {
        String hazard = Calls.found();
        byte[] photo = Photos.jpeg(640, 480);
        List<Integer> answers = IntStream.range(0, 8)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> send(hazard, photo, "a.jpg").extract().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsOnly(200, 201).containsOnlyOnce(201);
        given().get("/api/hazards/" + hazard + "/evidence").then().body("items.size()", is(1));
    }

    @Test
    void aPaperHasNoCopies() {
        String location = send(Calls.found(), Photos.pdf(), "整改报告.pdf")
                .statusCode(201)
                .body("contentType", is("application/pdf"))
                .body("takenAt", nullValue())
                .extract()
                .header("Location");

        given().get(location)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Disposition", containsString("attachment; "));
        for (String copy : List.of("/public", "/thumbnail")) {
            given().get(location + copy)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("detail", containsString("不是照片"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd.png",
        "C:/photos/厨房.PNG, 厨房.png",
        "virus.exe, virus.exe.png",
        "a.jpg.png, a.jpg.png",
        ".png, evidence.png",
        "a\u202Egnp.png, agnp.png"
    })
    void theNameIsTheSendersWithoutFoldersAndWithTheEndingOfTheContent(String given, String kept) {
        send(Calls.found(), Photos.png(9, 9), given).statusCode(201).body("fileName", is(kept));
    }

    @Test
    void theContentDecidesAndNotWhatTheSenderSays() {
        String hazard = Calls.found();
        given().multiPart("file", "photo.jpg", Photos.png(10, 10), "application/pdf")
                .post("/api/hazards/" + hazard + "/evidence")
                .then()
                .statusCode(201)
                .body("contentType", is("image/png"));
        for (String foreign : List.of(
                "<html><script>alert(1)</script>",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "GIF89a..........",
                "RIFF\0\0\0\0WEBPVP8 ",
                "PK\3\4",
                "MZ",
                "x")) {
            given().multiPart("file", "photo.jpg", foreign.getBytes(StandardCharsets.ISO_8859_1), "image/jpeg")
                    .post("/api/hazards/" + hazard + "/evidence")
                    .then()
                    .statusCode(415)
                    .contentType("application/problem+json")
                    .body("detail", containsString("JPEG"));
        }
    }

    @Test
    void aBrokenFileIsRefusedAndNothingIsOnRecord() {
        String hazard = Calls.found();
        byte[] page = "%PDF-1.4 and then the line went dead".getBytes(StandardCharsets.US_ASCII);
        for (byte[] broken : List.of(Arrays.copyOf(PHOTO, PHOTO.length / 2), page)) {
            send(hazard, broken, "a.jpg")
                    .statusCode(400)
                    .body("violations.field", contains("file"))
                    .body("violations[0].message", containsString("不完整"));
        }
        send(hazard, Photos.bomb(50_000, 50_000), "a.png")
                .statusCode(400)
                .body("violations[0].message", containsString("50000×50000"));
        send(hazard, new byte[0], "a.png").statusCode(415);
        given().get("/api/hazards/" + hazard + "/evidence").then().body("items.size()", is(0));
    }

    @Test
    void aFileOfMoreThanTwentyMegabytesIsRefused() {
        byte[] large = Arrays.copyOf(Photos.png(10, 10), 20 * 1024 * 1024 + 1);
        send(Calls.found(), large, "a.png").statusCode(413).body("detail", containsString("20 MB"));
    }

    @Test
    void partsAreAskedForByName() {
        String path = "/api/hazards/" + Calls.found() + "/evidence";
        given().multiPart("caption", "只有说明")
                .post(path)
                .then()
                .statusCode(400)
                .body("violations.field", contains("file"));
        given().multiPart("file", "a.png", Photos.png(9, 9))
                .multiPart("colour", "red")
                .post(path)
                .then()
                .statusCode(400)
                .body("violations.field", contains("colour"));
        given().multiPart("file", "a.png", Photos.png(9, 9))
                .multiPart("caption", "长".repeat(501), "text/plain; charset=UTF-8")
                .post(path)
                .then()
                .statusCode(400)
                .body("violations.field", contains("caption"));
        given().multiPart("file", "a.png", Photos.png(9, 9))
                .multiPart("caption", "整改后", "text/plain; charset=UTF-8")
                .post(path)
                .then()
                .statusCode(201)
                .body("caption", is("整改后"));
    }

    @Test
    void evidenceOfAHazardThatIsNotOnRecordIsNotTaken() {
        String nobody = "0199f3a0-5b7c-7d11-9a3e-4f60a1c2d3e4";
        send(nobody, Photos.png(9, 9), "a.png").statusCode(404);
        given().get("/api/hazards/" + nobody + "/evidence").then().statusCode(404);
        given().get("/api/hazards/" + Calls.found() + "/evidence/" + nobody)
                .then()
                .statusCode(404);
    }

    @Test
    void aRectificationNamesEvidenceOfItsOwnHazardAlone() {
        String hazard = Calls.assigned();
        String own = send(hazard, Photos.png(9, 9), "a.png").extract().path("id");
        String others = send(Calls.found(), Photos.png(9, 9), "a.png").extract().path("id");
        String body = """
                {"description": "已安装报警器", "rectifiedBy": "餐馆负责人", "rectifiedAt": "2026-05-03T02:00:00Z",
                 "evidence": ["%s", "%s", "e1"]}""";
        Calls.step(hazard, "rectification", body.formatted(own, others))
                .statusCode(400)
                .body("violations.field", contains("evidence[1]", "evidence[2]"));
        Calls.step(hazard, "rectification", body.formatted(own, own).replace(", \"e1\"", ""))
                .statusCode(200);
        given().get("/api/hazards/" + hazard + "/history")
                .then()
                .body("items.find {it.type == 'hazard.rectified'}.data.evidence", contains(own, own));
    }

    @Test
    void theSameKeyAnswersTheFirstUploadAgain() {
        String path = "/api/hazards/" + Calls.found() + "/evidence";
        String key = "evidence-" + path;
        byte[] photo = Photos.jpeg(30 + 4, 20);
        String id = keyed(key, photo, path).statusCode(201).extract().path("id");
        keyed(key, photo, path).statusCode(201).body("id", is(id));
        keyed(key, Photos.png(11, 11), path).statusCode(422);
    }

    private static ValidatableResponse keyed(String key, byte[] photo, String path) {
        return given().header("Idempotency-Key", key)
                .multiPart("file", "a.jpg", photo)
                .post(path)
                .then();
    }

    /** As a browser does it: the name in UTF-8. */
    private static ValidatableResponse send(String hazard, byte[] bytes, String fileName) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: image/jpeg\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(bytes);
        form.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
        return given().config(RestAssured.config()
                        .encoderConfig(encoderConfig().encodeContentTypeAs("multipart/form-data", ContentType.BINARY)))
                .contentType("multipart/form-data; boundary=edge")
                .body(form.toByteArray())
                .post("/api/hazards/" + hazard + "/evidence")
                .then();
    }
}
