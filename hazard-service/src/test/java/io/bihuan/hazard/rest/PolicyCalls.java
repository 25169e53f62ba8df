package io.bihuan.hazard.rest;

import io.restassured.response.ValidatableResponse;

/**
 * The policies of the tests. All leave the grades' general lines as they come with the product, by which other tests'
 * hazards are dated, and differ in what they say of categories that no other test assigns.
 */
final class PolicyCalls {

    static final String GENERAL_LINES = """
            {"grade": "MAJOR", "time": "P30D", "counting": "CALENDAR"},
            {"grade": "SERIOUS", "time": "P15D", "counting": "CALENDAR"},
            {"grade": "GENERAL", "time": "P7D", "counting": "CALENDAR"},
            {"grade": "MINOR", "time": "P3D", "counting": "CALENDAR"}""";

    private PolicyCalls() {}

    /** A policy with lines of its own beside the general ones. */
    static String policy(String... lines) {
        String more = lines.length == 0 ? "" : ", " + String.join(", ", lines);
        return """
                {"note": "测试", "recordedBy": "市专班办公室", "lines": [%s%s]}""".formatted(GENERAL_LINES, more);
    }

    static String line(String grade, String category, String time, String counting) {
        return """
                {"grade": "%s", "category": "%s", "time": "%s", "counting": "%s"}""".formatted(grade, category, time, counting);
    }

    static int recorded(String... lines) {
        return Calls.post("/api/policies", policy(lines))
                .statusCode(201)
                .extract()
                .path("version");
    }

    static String found(String grade, String category) {
        return Calls.post(
                        "/api/hazards", Calls.FINDING.replace("SERIOUS", grade).replace("COMMERCIAL_USE", category))
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Assigns the hazard without a deadline, so that the policy dates it. */
    static ValidatableResponse assign(String id) {
        return Calls.step(id, "assignment", Calls.ASSIGNMENT.replace("\"withinDays\": 7,", ""));
    }

    static String assigned(String grade, String category) {
        String id = found(grade, category);
        assign(id).statusCode(200);
        return id;
    }
}
