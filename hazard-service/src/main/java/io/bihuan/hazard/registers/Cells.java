package io.bihuan.hazard.registers;

import io.bihuan.hazard.Refusal.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The cells of one row, read as what their columns hold; what cannot be read is noted and null. */
final class Cells {

    private final Map<Column, String> texts;
    private final List<Violation> violations = new ArrayList<>();

    Cells(Map<Column, String> texts) {
        this.texts = texts;
    }

    List<Violation> violations() {
        return violations;
    }

    /** An empty text where nothing stands: the field's own rules say whether that may be. */
    String text(Column column) {
        return texts.getOrDefault(column, "");
    }

    @Nullable
    String textOrNull(Column column) {
        return Texts.emptyToNull(text(column));
    }

    /** A constant by its label or by its name. */
    @SuppressWarnings("NullAway") // of a required field that is empty, as a request leaves one out
    <E extends Enum<E>> E oneOf(Column column, Class<E> type, Function<E, String> label) {
        E found = oneOfOrNull(column, type, label);
        return found;
    }

    <E extends Enum<E>> @Nullable E oneOfOrNull(Column column, Class<E> type, Function<E, String> label) {
        String text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (text.equals(label.apply(constant)) || text.equalsIgnoreCase(constant.name())) {
                return constant;
            }
        }
        violations.add(new Violation(
                column.field(),
                "oneOf",
                text,
                Arrays.stream(type.getEnumConstants()).map(label).toList()));
        return null;
    }

    @Nullable
    BigDecimal number(Column column) {
        String text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("-?[0-9]{1,9}(\\.[0-9]{1,15})?")) {
            violations.add(new Violation(column.field(), "cell.number", text));
            return null;
        }
        return new BigDecimal(text);
    }
}
