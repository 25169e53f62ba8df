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
}
