package io.bihuan.reporting.testing;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A report as a client gets it. */
public final class Report {

    private final JsonPath json;

    private Report(JsonPath json) {
        this.json = json;
    }

    /** Of the district's parts; a query's names and values in turn. */
    public static Report of(String parent, String... query) {
        var request = given().queryParam("parent", parent);
        for (int i = 0; i < query.length; i += 2) {
            request.queryParam(query[i], query[i + 1]);
        }
        String body = request.get("/api/reports/districts")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return new Report(new JsonPath(body).using(new JsonPathConfig(NumberReturnType.BIG_DECIMAL)));
    }

    public String codes() {
        return String.join(" ", json.getList("items.districtCode", String.class));
    }

    public Map<String, Object> total() {
        return json.getMap("total");
    }

    public long total(String measure) {
        return ((Number) Objects.requireNonNull(total().get(measure), measure)).longValue();
    }

    /** A measure as it is written; null where there is nothing to divide. */
    public @Nullable String exact(String measure) {
        Object value = total().get(measure);
        return value == null ? null : value.toString();
    }

    public Map<String, Object> item(String code) {
        return json.param("code", code).getMap("items.find { it.districtCode == code }");
    }

    public @Nullable String text(String path) {
        return json.getString(path);
    }
}
