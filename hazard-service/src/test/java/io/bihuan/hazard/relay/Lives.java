package io.bihuan.hazard.relay;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;

/** Lives lived over HTTP, for the relay to publish. */
final class Lives {

    private Lives() {}

    static String found() {
        return post("/api/hazards", """
                {"districtCode": "630102", "grade": "SERIOUS", "category": "COMMERCIAL_USE", "source": "INSPECTION",
                 "description": "后厨未安装可燃气体报警器", "location": {"lat": 36.6171, "lon": 101.7982},
                 "unit": {"name": "城东区某餐馆"}}""");
    }

    static String closedAfterOneReturn() {
        String id = found();
        String hazard = "/api/hazards/" + id;
        post(hazard + "/assignment", """
                {"unit": {"name": "城东区某餐馆"}, "responsible": {"name": "餐馆负责人", "phone": "13900000000"},
                 "measures": "安装可燃气体报警器", "funds": 3200.00}""");
        post(hazard + "/rectification", """
                {"description": "已安装", "rectifiedBy": "餐馆负责人", "evidence": ["e1"]}""");
        post(hazard + "/return", """
                {"reason": "高度不符合要求"}""");
        post(hazard + "/rectification", """
                {"description": "已重新安装"}""");
        post(hazard + "/closure", """
                {"opinion": "复查合格", "inspector": "检查人员乙"}""");
        return id;
    }

    static void registered(String unit, String site, String phone) {
        post("/api/units", """
                {"code": "%s", "name": "城东区某餐饮有限公司", "kind": "RESTAURANT", "districtCode": "630102",
                 "contacts": [{"name": "联系人甲", "phone": "%s"}]}""".formatted(unit, phone));
        post("/api/sites", """
                {"code": "%s", "name": "城东区某餐馆", "kind": "RESTAURANT", "districtCode": "630102",
                 "unitCode": "%s", "location": {"lat": 36.6171, "lon": 101.7982},
                 "contacts": [{"name": "联系人乙", "phone": "%s"}]}""".formatted(site, unit, phone));
    }

    private static String post(String path, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .extract()
                .path("id");
    }
}
