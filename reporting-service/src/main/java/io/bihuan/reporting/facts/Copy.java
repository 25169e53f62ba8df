package io.bihuan.reporting.facts;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes very many rows at once, by PostgreSQL's COPY, which asks for no indexes and makes no round trips. */
final class Copy {

    /** What a row has in its columns, in their order. */
    @FunctionalInterface
    interface Columns<T> {
        @Nullable
        Object[] of(T row);
    }

    private Copy() {}

    static <T> void write(Connection connection, String table, String columns, List<T> rows, Columns<T> values)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder(rows.size() * 200);
        for (T row : rows) {
            String separator = "";
            for (Object value : values.of(row)) {
                text.append(separator);
                append(text, value);
                separator = "\t";
            }
            text.append('\n');
        }
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy %s (%s) from stdin".formatted(table, columns));
        try {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        if (value == null) {
            text.append("\\N");
            return;
        }
        String written = value.toString();
        for (int i = 0; i < written.length(); i++) {
            char character = written.charAt(i);
            switch (character) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(character);
            }
        }
    }
}
