package io.bihuan.hazard.relay;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import java.util.List;

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

    /** Lives that between them take every step beside the backbone; their ids. */
    static List<String> correctedAndReopened() {
        String merged = found();
        String into = found();
        post("/api/hazards/" + merged + "/merger", """
                {"into": "%s", "reason": "重复登记"}""".formatted(into));
        post("/api/hazards/" + into + "/voiding", """
                {"reason": "不属实"}""");
        String id = found();
        String hazard = "/api/hazards/" + id;
        post(hazard + "/supervision", """
                {"level": "CITY"}""");
        post(hazard + "/assignment", """
                {"unit": {"name": "城东区某餐馆"}, "responsible": {"name": "餐馆负责人", "phone": "13900000000"},
                 "measures": "安装可燃气体报警器"}""");
        for (String decision : List.of("false", "true")) {
            post(hazard + "/extension-requests", """
                    {"until": "2026-05-25T00:00:00+08:00", "reason": "配件到货延迟", "interimControls": "停用燃气"}""");
            post(hazard + "/extension-requests/" + (decision.equals("false") ? 1 : 2) + "/decision", """
                    {"approved": %s, "reason": "已核查"}""".formatted(
                            decision));
        }
        post(hazard + "/regrading", """
                {"grade": "GENERAL", "reason": "重新核定"}""");
        post(hazard + "/transfer", """
                {"unit": {"name": "某物业"}, "responsible": {"name": "物业负责人", "phone": "13900000001"},
                 "districtCode": "630103", "reason": "产权属物业"}""");
        post(hazard + "/rectification", """
                {"description": "已安装"}""");
        post(hazard + "/closure", """
                {"opinion": "复查合格", "inspector": "检查人员乙"}""");
        post(hazard + "/reopening", """
                {"reason": "返潮"}""");
        return List.of(merged, into, id);
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
