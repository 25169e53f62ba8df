package io.bihuan.reporting.briefing;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bihuan.reporting.briefing.Difference.Change;
import io.bihuan.reporting.facts.Ledger;
import io.bihuan.reporting.facts.RollUp;
import io.bihuan.reporting.facts.RollUp.Part;
import io.bihuan.reporting.statistics.Figures;
import io.bihuan.reporting.statistics.Measure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Compares the figures of an issued briefing with those that the same question finds at another moment. The frozen ones are read
 * off the file that was kept; a measure that was not known when it was issued isn't compared.
 */
@ApplicationScoped
public class Differences {

    private final Briefings briefings;
    private final Surveys surveys;
    private final Ledger ledger;
    private final ObjectMapper json;
    private final ZoneId zone;

    Differences(
            Briefings briefings,
            Surveys surveys,
            Ledger ledger,
            ObjectMapper json,
            @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.briefings = briefings;
        this.surveys = surveys;
        this.ledger = ledger;
        this.json = json;
        this.zone = zone;
    }

    /**
     * What differs of an issued briefing as of the moment.
     *
     * @throws WrongState if it is not issued
     */
    public Difference of(Briefing issued, Instant asOf) throws SQLException {
        if (issued.asOf() == null) {
            throw new WrongState(issued);
        }
        JsonNode frozen = read(briefings.files(issued).content());
        RollUp today = ledger.rollUp(surveys.question(issued.subject(), asOf));
        return new Difference(
                issued.name(),
                issued.asOf().atZone(zone).toOffsetDateTime(),
                asOf.atZone(zone).toOffsetDateTime(),
                items(frozen.path("items"), today.parts()),
                changes(frozen.path("total"), today.total()));
    }

    private static List<Difference.Item> items(JsonNode frozen, List<Part> today) {
        Map<String, JsonNode> then = new TreeMap<>();
        frozen.forEach(item -> then.put(item.path("districtCode").asText(), item));
        Map<String, Part> now = new TreeMap<>();
        today.forEach(part -> now.put(part.code(), part));
        Map<String, @Nullable String> names = new TreeMap<>();
        then.forEach((code, item) -> names.put(code, item.path("name").textValue()));
        now.forEach((code, part) -> names.put(code, part.name()));

        List<Difference.Item> items = new ArrayList<>();
        names.forEach((code, name) -> {
            Part part = now.get(code);
            Map<String, Change> changes = changes(
                    then.getOrDefault(code, MissingNode.getInstance()), part == null ? Figures.NONE : part.figures());
            if (!changes.isEmpty()) {
                items.add(new Difference.Item(code, name, changes));
            }
        });
        return items;
    }

    /** Of a part that was not there, frozen are the figures of nobody. */
    private static Map<String, Change> changes(JsonNode frozen, Figures today) {
        Map<String, Change> changes = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            if (frozen.isMissingNode() || frozen.has(measure.field())) {
                BigDecimal then =
                        frozen.isMissingNode() ? measure.of(Figures.NONE) : number(frozen.path(measure.field()));
                BigDecimal now = measure.of(today);
                if (then == null ? now != null : now == null || then.compareTo(now) != 0) {
                    changes.put(
                            measure.field(),
                            new Change(then, now, then == null || now == null ? null : now.subtract(then)));
                }
            }
        }
        return changes;
    }

    private static @Nullable BigDecimal number(JsonNode figure) {
        return figure.isNumber() ? figure.decimalValue() : null;
    }

    private JsonNode read(byte[] content) {
        try {
            return json.readerFor(ObjectNode.class)
                    .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .readValue(content);
        } catch (IOException e) {
            throw new IllegalStateException("what was written as JSON can be read", e);
        }
    }
}
