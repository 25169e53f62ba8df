package io.bihuan.reporting.testing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Any report as a client gets it, its decimals as they are written. */
public final class Asked {

    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Asked() {}

    /** The answer; a query's names and values in turn, of which a null is not asked. */
    public static JsonNode of(String path, @Nullable String... query) {
        var request = given();
        for (int i = 0; i < query.length; i += 2) {
            if (query[i + 1] != null) {
                request.queryParam(String.valueOf(query[i]), String.valueOf(query[i + 1]));
            }
        }
        String body = request.get("/api/reports/" + path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        try {
            return EXACT.readTree(body);
        } catch (IOException e) {
            throw new IllegalStateException(body, e);
        }
    }

    /** The measures of each item by its district's code, and those of the total under the empty code. */
    public static Map<String, Map<String, String>> measures(JsonNode report) {
        Map<String, Map<String, String>> measures = new TreeMap<>();
        measures.put("", written(report.required("total")));
        report.required("items")
                .forEach(item -> measures.put(item.required("districtCode").asText(), written(item)));
        return measures;
    }

    /** The measures of one line as they are written, {@code null} for null. */
    public static Map<String, String> written(JsonNode line) {
        Map<String, String> measures = new TreeMap<>();
        line.properties().forEach(measure -> {
            if (!measure.getKey().equals("districtCode") && !measure.getKey().equals("name")) {
                JsonNode value = measure.getValue();
                if (value.isArray()) {
                    value.forEach(each -> each.properties().stream()
                            .filter(figure -> figure.getValue().isNumber())
                            .forEach(figure -> measures.put(
                                    each.elements().next().asText() + "." + figure.getKey(),
                                    figure.getValue().asText())));
                } else {
                    measures.put(
                            measure.getKey(),
                            value.isNumber() ? value.decimalValue().toPlainString() : value.asText());
                }
            }
        });
        return measures;
    }
}
