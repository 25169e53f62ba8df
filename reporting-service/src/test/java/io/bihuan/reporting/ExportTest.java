package io.bihuan.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import io.bihuan.reporting.testing.Event;
import io.bihuan.reporting.testing.Kept;
import io.bihuan.reporting.testing.Life;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExportTest extends RealPartsTest {

    private static final String DISTRICTS = "/api/reports/districts";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String city = Kept.freshDistrict();

    @BeforeEach
    void someHazards() {
        clock.set("2026-05-31T10:00:00Z");
        topics.send(Event.ofDistrict(city, 1, "某市"), Event.ofDistrict(city + "01", 1, "=1+1"));
        kept.awaitDistrict(city + "01", 1);
        tell(
                Life.in(city + "01")
                        .found("2026-05-03T01:00:00Z")
                        .assigned("2026-05-03T02:00:00Z", "2026-05-10T16:00:00Z")
                        .rectified("2026-05-04T01:00:00Z")
                        .closed("2026-05-05T01:00:00Z"),
                Life.in(city + "01").found("2026-05-04T01:00:00Z"));
    }

    @Test
    void theReportByDistrictsIsAlsoCsvUnlessJsonIsPreferred() {
        Response csv = asked("text/csv");

        csv.then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .header("Content-Disposition", containsString("filename*=UTF-8''%E5%8C%BA%E5%88%92"))
                .header("Content-Disposition", containsString("2026-05-31.csv\""))
                .header("Vary", containsString("Accept"))
                .header("Cache-Control", containsString("no-cache"));
        List<String> lines =
                new String(csv.asByteArray(), StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.get(0)).startsWith("\uFEFF区划代码,区划,发现,交办,已整改,已销号");
        assertThat(lines.get(1)).startsWith(city + "01,'=1+1,2,1,1,1,1,0,0,0,0,0.5000,0.5000,1.0000,2.0,2.0,2.0");
        assertThat(lines.get(2)).startsWith("合计,,2,1,1,1");

        given().queryParam("parent", city)
                .accept("*/*")
                .get(DISTRICTS)
                .then()
                .contentType(startsWith("application/json"));
        asked("text/csv;q=0.5, application/json").then().contentType(startsWith("application/json"));
        asked("text/html").then().statusCode(406);
    }

    @Test
    void theReportByDistrictsIsAlsoAWorkbookWithWhatItIsComparedWith() throws IOException {
        Response xlsx = given().queryParam("parent", city)
                .queryParam("period", "2026-05")
                .queryParam("compare", "true")
                .accept(XLSX)
                .header("Accept-Language", "en")
                .get(DISTRICTS);

        xlsx.then().statusCode(200).contentType(XLSX);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx.asByteArray()))) {
            var sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo("=1+1");
            assertThat(sheet.getRow(1).getCell(2).getNumericCellValue()).isEqualTo(2);
            assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).isEqualTo("Total");
            assertThat(sheet.getRow(0).getCell(21).getStringCellValue()).isEqualTo("Previous period: Found");
            assertThat(sheet.getRow(1).getCell(21).getNumericCellValue()).isZero();
        }
    }

    @Test
    void eachFormHasATagOfItsOwn() {
        String csv = asked("text/csv").header("ETag");
        String json = asked("application/json").header("ETag");

        assertThat(csv).isNotEqualTo(json);
        given().queryParam("parent", city)
                .accept("text/csv")
                .header("If-None-Match", csv)
                .get(DISTRICTS)
                .then()
                .statusCode(304);
        given().queryParam("parent", city)
                .accept("text/csv")
                .header("If-None-Match", json)
                .get(DISTRICTS)
                .then()
                .statusCode(200);
    }

    @Test
    void aTrendIsATableToo() {
        String csv = given().queryParam("district", city)
                .queryParam("metric", "closureRate")
                .queryParam("from", "2026-05-02")
                .queryParam("to", "2026-05-04")
                .accept("text/csv")
                .get("/api/reports/trend")
                .asString();

        assertThat(csv).isEqualTo("\uFEFF时间,销号率\r\n2026-05-02,—\r\n2026-05-03,1.0000\r\n2026-05-04,0.0000\r\n");
    }

    private Response asked(String accept) {
        return given().queryParam("parent", city).accept(accept).get(DISTRICTS);
    }
}
