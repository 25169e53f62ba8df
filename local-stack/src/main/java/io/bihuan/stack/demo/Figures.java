package io.bihuan.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.bihuan.stack.client.Api;
import io.bihuan.stack.client.UnexpectedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A district's counts.
 *
 * @param counts by the names of the report, in the order of a hazard's life
 */
record Figures(Map<String, Long> counts) {

    private static final List<String> NAMES = List.of(
            "found", "assigned", "rectified", "returned", "closed", "open", "overdueNow", "overdueEver", "escalated");

    /**
     * Asks the reporting-service for one unit's major hazards; a district without a row has had none yet.
     */
    static Figures of(Api reporting, String parent, String district, String unit) {
        var answer = reporting.get("/api/reports/districts?parent=" + parent + "&grade=MAJOR&unit=" + unit);
        if (answer.status() != 200) {
            throw new UnexpectedException("GET /api/reports/districts", "200 OK", answer.toString());
        }
        for (var row : answer.body().path("items")) {
            if (row.path("districtCode").asText().equals(district)) {
                return read(row);
            }
        }
        return read(answer.body().path("no such row"));
    }

    /** @return these figures with each named one moved by so much */
    Figures moved(Map<String, Long> by) {
        var moved = new LinkedHashMap<>(counts);
        by.forEach((name, change) -> moved.merge(name, change, Long::sum));
        return new Figures(moved);
    }

    /** @return what has changed since, such as {@code found 3 → 4} */
    String since(Figures before) {
        var changes = new ArrayList<String>();
        counts.forEach((name, count) -> {
            var then = before.counts.getOrDefault(name, 0L);
            if (!then.equals(count)) {
                changes.add(name + " " + then + " → " + count);
            }
        });
        return changes.isEmpty() ? "unchanged" : String.join(", ", changes);
    }

    @Override
    public String toString() {
        return counts.toString();
    }

    private static Figures read(JsonNode row) {
        var counts = new LinkedHashMap<String, Long>();
        NAMES.forEach(name -> counts.put(name, row.path(name).asLong()));
        return new Figures(counts);
    }
}
