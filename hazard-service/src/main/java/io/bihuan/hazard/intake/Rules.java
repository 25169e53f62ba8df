package io.bihuan.hazard.intake;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.Refusal.Violation;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Walks the records of a mapping with their paths. What a record does not declare {@link Nullable} the mapping must
 * give: so the declaration is the rule, and none can be forgotten here.
 */
final class Rules {
    private static final String ROOT = "mapping";

    private Rules() {}

    /** @throws Refusal naming everything that the mapping lacks or that is wrong with it */
    static void check(Mapping mapping) {
        List<Violation> violations = new ArrayList<>();
        walk(mapping, ROOT, (path, part) -> {
            if (part == null) {
                violations.add(new Violation(path, "field.required"));
            }
        });
        if (violations.isEmpty()) {
            walk(mapping, ROOT, (path, part) -> {
                if (part instanceof Rule rule) {
                    check(rule, path, violations);
                }
            });
        }
        refuse(violations);
    }

    /** @throws Refusal naming each column that the mapping reads and the file lacks, with the columns that it has */
    static void demandColumns(Mapping mapping, Set<String> header) {
        List<Violation> violations = new ArrayList<>();
        walk(mapping, ROOT, (path, part) -> {
            if (part instanceof ReadsColumns reader) {
                reader.ownColumns().stream()
                        .filter(column -> !header.contains(column))
                        .map(column -> new Violation(path, "import.mapping.column", column, String.join(", ", header)))
                        .forEach(violations::add);
            }
        });
        refuse(violations);
    }

    private static void check(Rule rule, String path, List<Violation> violations) {
        try {
            rule.check();
        } catch (Refusal refusal) {
            refusal.violations().stream()
                    .map(violation -> new Violation(
                            violation.field().isEmpty() ? path : path + "." + violation.field(),
                            violation.reason(),
                            violation.arguments()))
                    .forEach(violations::add);
        }
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new Refusal(violations.toArray(Violation[]::new));
        }
    }

    /** Visits a part and all within it; what must be there and is not is visited as null. */
    private static void walk(@Nullable Object part, String path, BiConsumer<String, @Nullable Object> visit) {
        visit.accept(path, part);
        if (part instanceof Record rule) {
            for (RecordComponent component : rule.getClass().getRecordComponents()) {
                Object within = within(rule, component);
                if (within != null || !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    walk(within, path + "." + component.getName(), visit);
                }
            }
        } else if (part instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                walk(list.get(i), path + "[" + i + "]", visit);
            }
        } else if (part instanceof Map<?, ?> map) {
            map.forEach((key, within) -> walk(within, path + "." + key, visit));
        }
    }

    private static @Nullable Object within(Record rule, RecordComponent component) {
        try {
            return component.getAccessor().invoke(rule);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a record's own accessor", impossible);
        }
    }
}
