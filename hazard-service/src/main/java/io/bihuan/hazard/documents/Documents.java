package io.bihuan.hazard.documents;

import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.history.History;
import io.bihuan.hazard.history.HistoryRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Every document that was issued. None is kept: each is written anew from the history, and says the same each time. */
@ApplicationScoped
public class Documents {

    private final History history;
    private final DistrictNames districts;
    private final ZoneId zone;

    Documents(History history, DistrictNames districts, @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.history = history;
        this.districts = districts;
        this.zone = zone;
    }

    /** The documents of a hazard, the oldest first. */
    public List<Issued> of(UUID hazardId) {
        return life(hazardId).documents();
    }

    /**
     * A document of a hazard.
     *
     * @param number of which one; null for the latest of its kind
     * @throws NotOnRecord if none was issued, or none with this number
     */
    public Paper paper(UUID hazardId, Kind kind, @Nullable String number) {
        Life life = life(hazardId);
        Issued document = life.documents().stream()
                .filter(each -> each.kind() == kind)
                .filter(each -> number == null || each.number().equals(number))
                .reduce((earlier, later) -> later)
                .orElseThrow(() ->
                        number == null ? new NotOnRecord(kind.name(), hazardId) : new NotOnRecord("document", number));
        Life then = life.upTo(document.version());
        String district = districts.asOf(
                then.last().data().path("districtCode").asText(),
                then.last().row().recordedAt());
        return new Paper(kind, document.number(), Draft.of(document, then, district, zone));
    }

    private Life life(UUID hazardId) {
        List<HistoryRow> rows = history.of(hazardId);
        if (rows.isEmpty()) {
            throw new NotOnRecord("hazard", hazardId);
        }
        return Life.of(rows);
    }
}
