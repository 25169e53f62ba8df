package io.bihuan.hazard.rest;

import java.util.UUID;

/** Campaigns and other things on file that several tests need; each test has its own. */
final class Visits {

    private Visits() {}

    /** A code that no other test uses. */
    static String freshCode() {
        return "T-" + UUID.randomUUID();
    }

    static String campaign() {
        String code = freshCode();
        Calls.post("/api/campaigns", """
                        {"code": "%s", "name": "城镇燃气安全专项整治", "districts": ["63"], "siteKinds": ["RESTAURANT"],
                         "period": {"from": "2026-04-01", "to": "2026-12-31"}}""".formatted(code)).statusCode(201);
        return code;
    }

    static String site() {
        String code = freshCode();
        Calls.post("/api/sites", """
                        {"code": "%s", "name": "城东区某餐馆", "kind": "RESTAURANT", "districtCode": "630102",
                         "address": "城东区某路 1 号", "contacts": []}""".formatted(code)).statusCode(201);
        return code;
    }
}
