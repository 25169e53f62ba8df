package io.bihuan.stack.season;

import com.fasterxml.jackson.databind.JsonNode;
import io.bihuan.stack.client.Api;
import io.bihuan.stack.client.UnexpectedException;
import io.bihuan.stack.season.Registers.CheckItem;
import io.bihuan.stack.season.Registers.District;
import io.bihuan.stack.season.Simulated.Which;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What hazard-service has on file, as far as a season needs it. */
final class OnFile {

    private final Api hazards;

    OnFile(Api hazards) {
        this.hazards = hazards;
    }

    Registers registers() {
        return new Registers(
                // What is given up takes nothing new.
                items("/api/districts")
                        .filter(district -> !district.path("movedInto").isTextual())
                        .map(district -> new District(
                                district.path("code").asText(),
                                district.path("name").asText(),
                                district.path("parentCode").asText(null)))
                        .toList(),
                all("/api/check-items").stream()
                        .map(item -> new CheckItem(
                                item.path("code").asText(),
                                item.path("category").asText(),
                                item.path("siteKind").asText(),
                                item.path("titleZh").asText(),
                                Grade.valueOf(item.path("grade").asText())))
                        .toList(),
                workingDays());
    }

    /** The season that was loaded last, if any was: its campaign tells. */
    Optional<Which> season() {
        return all("/api/campaigns").stream()
                .map(campaign -> Simulated.season(campaign.path("code").asText()))
                .flatMap(Optional::stream)
                .max(Comparator.comparing(Which::day));
    }

    /** Every page of a list. */
    List<JsonNode> all(String path) {
        var all = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = asked(path + (path.contains("?") ? "&" : "?") + "limit=500" + cursor);
            page.path("items").forEach(all::add);
            var next = page.path("nextCursor");
            cursor = next.isTextual() ? "&cursor=" + Api.encoded(next.asText()) : "";
        } while (!cursor.isEmpty());
        return all;
    }

    private WorkingDays workingDays() {
        var named = new HashMap<LocalDate, Boolean>();
        items("/api/calendars").forEach(year -> year.path("days")
                .forEach(day -> named.put(
                        LocalDate.parse(day.path("date").asText()),
                        day.path("kind").asText().equals("WORKDAY"))));
        return new WorkingDays(named);
    }

    private Stream<JsonNode> items(String path) {
        return StreamSupport.stream(asked(path).path("items").spliterator(), false);
    }

    private JsonNode asked(String path) {
        var answer = hazards.get(path);
        if (answer.status() != 200) {
            throw new UnexpectedException("GET " + path, "200 OK", answer.toString());
        }
        return answer.body();
    }
}
