package io.bihuan.hazard.intake;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.Refusal.Violation;
import io.bihuan.hazard.sheets.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one row as the mapping reads them. Collects what is wrong instead of stopping at the first, so that who
 * corrects the row sees all of it. Where a field can't be read, something stands in for it that nobody will see.
 */
final class Cells {
    // The longest that a field may be, as contracts/hazard-events says.
    static final int WORD = 32;
    static final int NUMBER = 64;
    static final int PERSON = 100;
    static final int NAME = 200;
    static final int ADDRESS = 300;
    static final int TEXT = 2000;
    static final int LONG_TEXT = 4000;

    private static final Pattern CONTROL_CHARACTER = Pattern.compile("[\\p{Cntrl}&&[^\\t\\r\\n]]");
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{6,14}|1[3-9][0-9]{9}");

    private final Row row;
    private final DateReader dates;
    private final List<Violation> violations = new ArrayList<>();

    Cells(Row row, DateReader dates) {
        this.row = row;
        this.dates = dates;
    }

    /** @throws Refusal with everything that was found wrong so far */
    void demandFaultless() {
        if (!violations.isEmpty()) {
            throw new Refusal(violations.toArray(Violation[]::new));
        }
    }

    /** Whether nothing was found wrong with a field, or with any part of it. */
    boolean faultless(String field) {
        return violations.stream().noneMatch(violation -> violation.field().startsWith(field));
    }

    void fault(String field, String reason, Object... arguments) {
        violations.add(new Violation(field, reason, arguments));
    }

    /** Notes what a refusal says, under the field that was being read and with the columns that it was read from. */
    void fault(String field, List<String> columns, Refusal refusal) {
        for (Violation violation : refusal.violations()) {
            List<Object> arguments = new ArrayList<>(violation.arguments());
            arguments.add(String.join(", ", columns));
            violations.add(new Violation(field, violation.reason(), arguments));
        }
    }

    String code(String column) {
        return row.says(column);
    }

    @Nullable
    String text(String field, @Nullable Value value, int longest) {
        return value == null ? null : read(field, value.columns(), () -> checked(value.in(row), longest));
    }

    String requiredText(String field, Value value, int longest) {
        return orElse("", field, value.columns(), text(field, value, longest));
    }

    <E extends Enum<E>> E requiredWord(String field, Value value, Class<E> words) {
        E word = parsed(field, value, text -> Words.parse(text, field, words));
        return orElse(words.getEnumConstants()[0], field, value.columns(), word);
    }

    /** A decimal number; what stands beyond the given decimals is rounded. */
    @Nullable
    BigDecimal number(String field, @Nullable Value value, int decimals, String least, String most) {
        return parsed(field, value, text -> {
            BigDecimal number;
            try {
                number = new BigDecimal(text);
            } catch (NumberFormatException notANumber) {
                throw new Refusal("", "import.number", text);
            }
            if (number.compareTo(new BigDecimal(least)) < 0 || number.compareTo(new BigDecimal(most)) > 0) {
                throw new Refusal("", "import.range", text, least, most);
            }
            return number.setScale(decimals, RoundingMode.HALF_UP);
        });
    }

    @Nullable
    String phone(String field, @Nullable Value value) {
        return parsed(field, value, text -> {
            String digits = text.replaceAll("[\\s-]", "");
            if (!PHONE.matcher(digits).matches()) {
                throw new Refusal("", "import.phone", text);
            }
            return digits;
        });
    }

    @Nullable
    Instant time(String field, Moment moment) {
        return read(field, moment.ownColumns(), () -> moment.in(row, dates::ofStep));
    }

    Instant requiredTime(String field, Moment moment) {
        return orElse(Instant.EPOCH, field, moment.ownColumns(), time(field, moment));
    }

    @Nullable
    Instant deadline(String field, @Nullable Moment moment) {
        return moment == null ? null : read(field, moment.ownColumns(), () -> moment.in(row, dates::ofDeadline));
    }

    private <T> @Nullable T parsed(String field, @Nullable Value value, Function<String, T> parse) {
        if (value == null) {
            return null;
        }
        return read(field, value.columns(), () -> {
            String text = checked(value.in(row), NUMBER);
            return text == null ? null : parse.apply(text);
        });
    }

    private static @Nullable String checked(@Nullable String text, int longest) {
        if (text == null) {
            return null;
        }
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            throw new Refusal("", "import.length", length, longest);
        }
        if (CONTROL_CHARACTER.matcher(text).find()) {
            throw new Refusal("", "import.controlCharacter");
        }
        return text;
    }

    private <T> T orElse(T standIn, String field, List<String> columns, @Nullable T value) {
        if (value != null) {
            return value;
        }
        if (faultless(field)) {
            fault(field, columns, new Refusal("", "import.empty"));
        }
        return standIn;
    }

    private <T> @Nullable T read(String field, List<String> columns, Reading<T> reading) {
        try {
            return reading.read();
        } catch (Refusal refusal) {
            fault(field, columns, refusal);
            return null;
        }
    }

    private interface Reading<T> {
        @Nullable
        T read();
    }
}
