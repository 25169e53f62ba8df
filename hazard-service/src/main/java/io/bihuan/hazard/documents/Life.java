package io.bihuan.hazard.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.bihuan.hazard.history.HistoryRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A hazard's history, up to one of its steps, and what it says. */
final class Life {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Moment> moments;

    /** A step as it was recorded. */
    record Moment(HistoryRow row, JsonNode data) {

        String type() {
            return row.type();
        }

        Instant at() {
            return row.at();
        }
    }

    private Life(List<Moment> moments) {
        this.moments = moments;
    }

    /** @param rows of one hazard, the oldest first */
    static Life of(List<HistoryRow> rows) {
        return new Life(
                rows.stream().map(row -> new Moment(row, read(row.data()))).toList());
    }

    private static JsonNode read(String data) {
        try {
            return JSON.readTree(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the history holds JSON", e);
        }
    }

    /** As it was right after the step that made this version: nothing that came later is known. */
    Life upTo(int version) {
        return new Life(moments.subList(0, version));
    }

    /** Every document that a step of this life issued, the oldest first. */
    List<Issued> documents() {
        List<Issued> documents = new ArrayList<>();
        for (Moment moment : moments) {
            for (Kind kind : Kind.values()) {
                String field = kind.issuedBy().get(moment.type());
                if (field != null && moment.data().hasNonNull(field)) {
                    documents.add(new Issued(
                            kind,
                            moment.data().get(field).asText(),
                            moment.at(),
                            moment.row().version()));
                }
            }
        }
        return documents;
    }

    List<Moment> moments() {
        return moments;
    }

    Moment found() {
        return moments.get(0);
    }

    Moment last() {
        return moments.get(moments.size() - 1);
    }

    /** The latest step of a type. */
    @Nullable
    Moment latest(String type) {
        for (int i = moments.size() - 1; i >= 0; i--) {
            if (moments.get(i).type().equals(type)) {
                return moments.get(i);
            }
        }
        return null;
    }

    /** What the latest step of these types that says anything of a field says of it. */
    JsonNode latest(String field, Set<String> types) {
        for (int i = moments.size() - 1; i >= 0; i--) {
            if (types.contains(moments.get(i).type()) && moments.get(i).data().hasNonNull(field)) {
                return moments.get(i).data().get(field);
            }
        }
        return MissingNode.getInstance();
    }
}
