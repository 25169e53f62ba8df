package io.bihuan.hazard.rest;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** The calls of the tests, as a client writes them. */
final class Calls {

    static final String FINDING = """
            {"districtCode": "630102", "grade": "SERIOUS", "category": "COMMERCIAL_USE", "source": "INSPECTION",
             "description": "后厨未安装可燃气体报警器", "siteName": "城东区某餐馆"}""";
    static final String ASSIGNMENT = """
            {"unit": {"name": "城东区某餐馆"}, "responsible": {"name": "餐馆负责人", "phone": "13900000000"},
             "withinDays": 7, "measures": "安装可燃气体报警器", "funds": 3200.00}""";
    static final String RECTIFICATION = """
            {"description": "已安装报警器", "rectifiedBy": "餐馆负责人"}""";
    static final String RETURN = """
            {"reason": "安装高度不符合要求", "withinDays": 3}""";
    static final String CLOSURE = """
            {"opinion": "复查合格，同意销号", "inspector": "检查人员乙"}""";

    static final String MAJOR = FINDING.replace("SERIOUS", "MAJOR");
    static final String MAJOR_ASSIGNMENT =
            ASSIGNMENT.replace("\"funds\": 3200.00", "\"funds\": 3200.00, \"contingencyPlan\": \"停用燃气，改用电炊具\"");
    static final String REINSPECTION = "{\"opinion\": \"复查合格\"}";
    static final String CLOSING = "{\"opinion\": \"复查合格，同意销号\"}";
    static final String SUPERVISION = """
            {"level": "CITY", "documentNumber": "宁安委督〔2026〕3号"}""";
    static final String EXTENSION = """
            {"until": "2026-05-14T00:00:00+08:00", "reason": "配件到货延迟", "interimControls": "停用燃气，专人值守"}""";
    static final String TRANSFER = """
            {"unit": {"name": "城东区某物业公司"}, "responsible": {"name": "物业负责人", "phone": "13900000001"},
             "reason": "管道产权属物业"}""";
    static final String REASON = """
            {"reason": "现场核查后"}""";

    private Calls() {}

    static RequestSpecification json(String body) {
        return given().contentType(ContentType.JSON).body(body);
    }

    static ValidatableResponse post(String path, String body) {
        return json(body).post(path).then();
    }

    static ValidatableResponse step(String id, String action, String body) {
        return post("/api/hazards/" + id + "/" + action, body);
    }

    static String found() {
        return post("/api/hazards", FINDING).statusCode(201).extract().path("id");
    }

    static String assigned() {
        String id = found();
        step(id, "assignment", ASSIGNMENT).statusCode(200);
        return id;
    }

    static String rectified() {
        String id = assigned();
        step(id, "rectification", RECTIFICATION).statusCode(200);
        return id;
    }

    static Map<String, Object> hazard(String id) {
        return given().get("/api/hazards/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("$");
    }

    static String closed() {
        String id = rectified();
        step(id, "closure", CLOSURE).statusCode(200);
        return id;
    }

    static String rectifiedMajor() {
        String id = post("/api/hazards", MAJOR).statusCode(201).extract().path("id");
        step(id, "assignment", MAJOR_ASSIGNMENT).statusCode(200);
        step(id, "rectification", RECTIFICATION).statusCode(200);
        return id;
    }
}
