package io.bihuan.hazard.documents;

import io.bihuan.hazard.documents.Life.Moment;
import io.bihuan.hazard.history.History;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** What the register of districts called a district at a moment of the past. */
@ApplicationScoped
class DistrictNames {

    private static final String REGISTERED = "district.registered";

    private final History history;

    DistrictNames(History history) {
        this.history = history;
    }

    /** In full, from the province down: 青海省西宁市城东区. */
    String asOf(String code, Instant moment) {
        StringBuilder name = new StringBuilder();
        String next = code;
        while (!next.isEmpty()) {
            Moment entry = entry(next, moment);
            name.insert(0, Wording.text(entry.data().path("name")));
            next = entry.data().path("parentCode").asText("");
        }
        return name.toString();
    }

    /** The last entry before the moment, or else the first: a district was always called something. */
    private Moment entry(String code, Instant moment) {
        Life life = Life.of(history.of("district", code));
        Moment entry = life.found();
        for (Moment each : life.moments()) {
            if (each.type().equals(REGISTERED) && !each.row().recordedAt().isAfter(moment)) {
                entry = each;
            }
        }
        return entry;
    }
}
