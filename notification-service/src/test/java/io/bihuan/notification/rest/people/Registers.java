package io.bihuan.notification.rest.people;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** The calls of the tests, as a client writes them. */
final class Registers {

    static final String CONTACTS = "/api/notifications/contacts";
    static final String ROSTERS = "/api/notifications/rosters";

    private Registers() {}

    static RequestSpecification json(String body) {
        return given().contentType("application/json").body(body);
    }

    static ValidatableResponse post(String path, String body) {
        return json(body).post(path).then();
    }

    static String supervisor(String district, String name) {
        return """
                {"role": "SUPERVISOR", "districtCode": "%s", "name": "%s", "phone": "13900000001"}""".formatted(district, name);
    }

    static String entered(String district, String name) {
        return post(CONTACTS, supervisor(district, name))
                .statusCode(201)
                .extract()
                .path("id");
    }
}
