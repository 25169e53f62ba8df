package io.bihuan.hazard.registers;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.Refusal.Violation;
import io.bihuan.hazard.lifecycle.Occasion;
import io.bihuan.hazard.registers.Imported.RowError;
import io.bihuan.hazard.registers.Register.Entered;
import io.bihuan.hazard.registers.Register.Outcome;
import io.bihuan.hazard.sheets.Row;
import io.bihuan.hazard.sheets.Table;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One sheet on its way into a register, while nobody else changes that. A row that cannot be is reported and stops
 * nothing else. A column that the sheet does not have leaves what is on file as it is.
 */
final class RegisterImport<E extends Entry, F extends OnFile<E>> {

    /** More are a ledger, not a register; they would not be done within one transaction's time. */
    static final int MOST_ROWS = 20_000;

    private static final int ROWS_AT_ONCE = 500;

    private final Register<E, F> register;
    private final RegisterSheet<E, F> sheet;
    private final Validator validator;
    private final Occasion occasion;
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private final List<RowError> errors = new ArrayList<>();
    private long rows;
    private long failed;

    RegisterImport(Register<E, F> register, Validator validator, Occasion occasion) {
        this.register = register;
        this.sheet = register.sheet();
        this.validator = validator;
        this.occasion = occasion;
    }

    Imported enter(Table table) throws IOException {
        Map<String, Column> columns = columns(table);
        List<Row> some = new ArrayList<>();
        for (Row row = table.next(); row != null; row = table.next()) {
            if (++rows > MOST_ROWS) {
                throw new Refusal("file", "sheet.tooManyRows", MOST_ROWS);
            }
            some.add(row);
            if (some.size() == ROWS_AT_ONCE) {
                enter(some, columns);
                some.clear();
            }
        }
        enter(some, columns);
        return new Imported(
                rows, count(Outcome.CREATED), count(Outcome.UPDATED), count(Outcome.UNCHANGED), failed, errors);
    }

    private long count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    private Map<String, Column> columns(Table table) {
        Map<String, Column> columns = new HashMap<>();
        for (String name : table.columns()) {
            Column column = sheet.columns().stream()
                    .filter(each -> each.isHeaded(name))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(
                            "file",
                            "sheet.unknownColumn",
                            name,
                            sheet.columns().stream().map(Column::title).toList()));
            if (columns.containsValue(column)) {
                throw new Refusal("file", "sheet.columnTwice", name);
            }
            columns.put(name, column);
        }
        return columns;
    }

    private void enter(List<Row> some, Map<String, Column> columns) {
        Map<Row, Map<Column, String>> texts = new LinkedHashMap<>();
        for (Row row : some) {
            if (row.isWhole()) {
                texts.put(row, texts(row, columns));
            } else {
                fail(
                        row,
                        List.of(new Violation(
                                "row",
                                "import.fields",
                                row.cells().size(),
                                row.header().size())));
            }
        }
        Map<String, F> onFile = register.findAll(
                texts.values().stream().map(this::code).filter(Register::isCode).toList());
        texts.forEach((row, text) -> enter(row, text, onFile));
        register.forget();
    }

    private static Map<Column, String> texts(Row row, Map<String, Column> columns) {
        Map<Column, String> texts = new HashMap<>();
        columns.forEach((name, column) -> texts.put(column, row.says(name)));
        return texts;
    }

    /** Whatever else may be wrong with the row. */
    private @Nullable String code(Map<Column, String> texts) {
        return sheet.read(new Cells(texts)).ownCode();
    }

    private void enter(Row row, Map<Column, String> texts, Map<String, F> onFile) {
        String code = code(texts);
        if (code == null) {
            fail(row, List.of(new Violation("code", "field.required")));
            return;
        }
        F standing = onFile.get(code);
        if (standing != null) {
            sheet.written(standing).forEach((column, text) -> texts.putIfAbsent(column, text == null ? "" : text));
        }
        Cells cells = new Cells(texts);
        E entry = sheet.read(cells);
        List<Violation> violations = cells.violations().isEmpty() ? violations(entry) : cells.violations();
        if (!violations.isEmpty()) {
            fail(row, violations);
            return;
        }
        try {
            Entered<F> entered = register.enter(code, entry, standing, occasion);
            onFile.put(code, entered.onFile());
            outcomes.merge(entered.outcome(), 1L, Long::sum);
        } catch (Refusal refusal) {
            fail(row, refusal.violations());
        }
    }

    private List<Violation> violations(E entry) {
        return validator.validate(entry).stream()
                .map(each -> new Violation(each.getPropertyPath().toString(), "cell.constraint", each.getMessage()))
                .toList();
    }

    private void fail(Row row, List<Violation> violations) {
        failed++;
        violations.stream()
                .limit(Imported.MOST_ERRORS - errors.size())
                .forEach(violation -> errors.add(new RowError(row.number(), violation)));
    }
}
