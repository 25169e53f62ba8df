package io.bihuan.reporting.facts;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.ByteConverter;

/**
 * Writes very many rows at once, by PostgreSQL's COPY, which asks for no indexes and makes no round trips; in its binary format, which
 * spares both sides spelling out and reading every moment and id.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY, Binary Format</a>
 */
final class Copy {

    /** Written as {@code infinity}. */
    static final Instant NEVER = Instant.MAX;

    /** The signature, no flags, and no more of a header. */
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    private static final short END = -1;
    private static final int NULL = -1;

    /** PostgreSQL counts from there. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    private static final long FIRST_SECOND = FIRST_DAY.toEpochDay() * 86_400;

    /** What a row has in its columns, in their order: each of the class that is the column's type, or an enum or text as text. */
    @FunctionalInterface
    interface Columns<T> {
        @Nullable
        Object[] of(T row);
    }

    private ByteBuffer bytes = ByteBuffer.allocate(1 << 20);

    private Copy() {}

    static <T> void write(Connection connection, String table, String columns, List<T> rows, Columns<T> values)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        Copy written = new Copy();
        written.bytes.put(HEADER);
        for (T row : rows) {
            written.append(values.of(row));
        }
        written.room(Short.BYTES).putShort(END);
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy %s (%s) from stdin (format binary)".formatted(table, columns));
        try {
            copy.writeToCopy(written.bytes.array(), 0, written.bytes.position());
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void append(@Nullable Object[] row) {
        room(Short.BYTES).putShort((short) row.length);
        for (Object value : row) {
            append(value);
        }
    }

    private void append(@Nullable Object value) {
        if (value == null) {
            room(Integer.BYTES).putInt(NULL);
        } else if (value instanceof UUID id) {
            field(2 * Long.BYTES).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        } else if (value instanceof Instant moment) {
            field(Long.BYTES).putLong(micros(moment));
        } else if (value instanceof LocalDate day) {
            field(Integer.BYTES).putInt((int) (day.toEpochDay() - FIRST_DAY.toEpochDay()));
        } else if (value instanceof Boolean yes) {
            field(Byte.BYTES).put((byte) (yes ? 1 : 0));
        } else if (value instanceof Short number) {
            field(Short.BYTES).putShort(number);
        } else if (value instanceof Integer number) {
            field(Integer.BYTES).putInt(number);
        } else if (value instanceof Long number) {
            field(Long.BYTES).putLong(number);
        } else if (value instanceof BigDecimal number) {
            append(ByteConverter.numeric(number));
        } else if (value instanceof byte[] plain) {
            append(plain);
        } else {
            append(value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void append(byte[] field) {
        field(field.length).put(field);
    }

    private static long micros(Instant moment) {
        return moment.equals(NEVER)
                ? Long.MAX_VALUE
                : (moment.getEpochSecond() - FIRST_SECOND) * 1_000_000 + moment.getNano() / 1_000;
    }

    private ByteBuffer field(int length) {
        return room(Integer.BYTES + length).putInt(length);
    }

    private ByteBuffer room(int wanted) {
        if (bytes.remaining() < wanted) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(bytes.capacity() * 2, bytes.position() + wanted));
            bytes = larger.put(bytes.flip());
        }
        return bytes;
    }
}
