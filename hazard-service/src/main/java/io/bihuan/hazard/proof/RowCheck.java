package io.bihuan.hazard.proof;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.bihuan.hazard.history.Chain;
import io.bihuan.hazard.proof.Finding.Kind;
import io.bihuan.hazard.proof.Finding.Place;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds a row against its own hash, and the columns that are not part of it against the data that is. */
final class RowCheck {

    private static final Set<String> FIELDS = Set.of("version", "at", "recordedAt", "by", "hazardId", "number");

    private static final String HAZARDS = "hazard";
    private static final String SPECVERSION = "1.0";

    private final JsonFactory json = new JsonFactory();
    private final Findings findings;

    RowCheck(Findings findings) {
        this.findings = findings;
    }

    /** A row as it is stored. */
    record Row(
            long seq,
            String id,
            String stream,
            String key,
            String subject,
            int version,
            String type,
            Instant at,
            Instant recordedAt,
            @Nullable String by,
            String data,
            String previousHash,
            String hash,
            String specversion) {

        Place place() {
            return new Place(stream, key, subject, version, seq);
        }
    }

    void check(Row row) {
        String hash = Chain.hash(row.previousHash, row.id, row.stream, row.key, row.subject, row.type, row.data);
        if (!hash.equals(row.hash)) {
            findings.add(Finding.row(Kind.ROW_CHANGED, row.place(), row.hash, hash));
        }
        Map<String, @Nullable String> data;
        try {
            data = fields(row.data);
        } catch (IOException e) {
            findings.add(Finding.row(Kind.DATA_UNREADABLE, row.place(), "data"));
            return;
        }
        same(row, "version", Integer.toString(row.version), data);
        sameMoment(row, "at", row.at, data);
        sameMoment(row, "recordedAt", row.recordedAt, data);
        same(row, "by", row.by, data);
        if (row.stream.equals(HAZARDS)) {
            same(row, "hazardId", row.key, data);
            same(row, "number", row.subject, data);
        }
        if (!row.specversion.equals(SPECVERSION)) {
            findings.add(Finding.row(Kind.COLUMN_CHANGED, row.place(), "specversion", row.specversion, SPECVERSION));
        }
    }

    private void same(Row row, String field, @Nullable String column, Map<String, @Nullable String> data) {
        if (!data.containsKey(field)) {
            findings.add(Finding.row(Kind.DATA_UNREADABLE, row.place(), field));
        } else if (!Objects.equals(column, data.get(field))) {
            differs(row, field, column, data.get(field));
        }
    }

    private void sameMoment(Row row, String field, Instant column, Map<String, @Nullable String> data) {
        String text = data.get(field);
        try {
            if (text == null) {
                findings.add(Finding.row(Kind.DATA_UNREADABLE, row.place(), field));
            } else if (!Instant.parse(text).equals(column)) {
                differs(row, field, column.toString(), text);
            }
        } catch (DateTimeException e) {
            findings.add(Finding.row(Kind.DATA_UNREADABLE, row.place(), field));
        }
    }

    private void differs(Row row, String field, @Nullable String column, @Nullable String said) {
        findings.add(Finding.row(
                Kind.COLUMN_CHANGED,
                row.place(),
                field,
                Objects.requireNonNullElse(column, "null"),
                Objects.requireNonNullElse(said, "null")));
    }

    /** Those of the data's own fields that columns repeat; whatever lies deeper is passed over. */
    private Map<String, @Nullable String> fields(String data) throws IOException {
        Map<String, @Nullable String> fields = new HashMap<>();
        try (JsonParser parser = json.createParser(data)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not an object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (FIELDS.contains(name) && value.isScalarValue()) {
                    fields.put(name, value == JsonToken.VALUE_NULL ? null : parser.getText());
                } else {
                    parser.skipChildren();
                }
            }
        }
        return fields;
    }
}
