package io.bihuan.hazard.search;

import io.bihuan.access.Scope;
import io.bihuan.hazard.lifecycle.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A filter in the language of queries. */
final class Conditions {

    private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    /** A term with none of these has no piece that the index could know. */
    private static final Pattern INDEXED = Pattern.compile("[A-Za-z0-9]|[^\\x00-\\x7f]");

    private final List<String> texts = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final List<String> terms;

    private final Map<String, Object> startParameters = new HashMap<>();
    private String start = "";

    private Conditions(List<String> terms) {
        this.terms = terms;
    }

    private static List<String> terms(@Nullable String text) {
        return text == null
                ? List.of()
                : BLANKS.splitAsStream(text)
                        .filter(term -> !term.isEmpty())
                        .distinct()
                        .toList();
    }

    static Conditions of(Filter filter, Instant now) {
        Conditions conditions = new Conditions(terms(filter.text()));
        conditions.within(filter.scope());
        if (!filter.statuses().isEmpty()) {
            conditions.add("h.status in :statuses", "statuses", filter.statuses());
        }
        if (filter.district() != null) {
            conditions.add("h.districtCode like :district", "district", filter.district() + "%");
        }
        conditions.equal("h.grade", "grade", filter.grade());
        conditions.equal("h.category", "category", filter.category());
        conditions.equal("h.source", "source", filter.source());
        if (filter.unit() != null) {
            conditions.add("(h.unit.code = :unit or h.unit.name = :unit)", "unit", filter.unit());
        }
        if (filter.overdue() != null) {
            conditions.add(
                    "%s (h.status = %s.ASSIGNED and h.dueAt < :now)"
                            .formatted(filter.overdue() ? "" : "not", Status.class.getName()),
                    "now",
                    now);
        }
        if (filter.dueBefore() != null) {
            conditions.add("h.dueAt < :dueBefore", "dueBefore", filter.dueBefore());
        }
        if (filter.foundFrom() != null) {
            conditions.add("h.foundAt >= :foundFrom", "foundFrom", filter.foundFrom());
        }
        if (filter.foundTo() != null) {
            conditions.add("h.foundAt < :foundTo", "foundTo", filter.foundTo());
        }
        if (filter.escalated() != null) {
            conditions.add(
                    "exists (select 1 from Escalation e where e.hazardId = h.id and e.round = h.round"
                            + " and e.dueAt = h.dueAt and e.level >= :escalated)",
                    "escalated",
                    filter.escalated());
        }
        if (filter.extensionRequested() != null) {
            conditions.texts.add("h.extensionRequest.n is %s null".formatted(filter.extensionRequested() ? "not" : ""));
        }
        for (int i = 0; i < conditions.terms.size(); i++) {
            conditions.contains("term" + i, conditions.terms.get(i));
        }
        return conditions;
    }

    private void within(Scope scope) {
        Scope.Within within = scope.within("h.districtCode", "h.unit.code");
        texts.add(within.condition());
        parameters.putAll(within.parameters());
    }

    /** What comes after the hazard that a page ended with. Compared as a whole, so that the index leads right there. */
    void after(Cursor cursor) {
        start = "(%s, %s) %s (:lastKey, :lastId)".formatted(key(cursor.order()), id(), cursor.order().after);
        startParameters.put("lastKey", cursor.key());
        startParameters.put("lastId", cursor.id());
        texts.add(start);
        parameters.putAll(startParameters);
    }

    /** Whether a list in this order goes along the texts themselves. */
    boolean walksTexts(Order order) {
        return !terms.isEmpty() && !order.byDeadline();
    }

    /** Where the page begins, as a condition of its own. */
    String start() {
        return start.isEmpty() ? "" : " where " + start;
    }

    Map<String, Object> startParameters() {
        return startParameters;
    }

    /** The same, but no further than what was found at the given instant. */
    Conditions upTo(Order order, Instant horizon) {
        Conditions near = new Conditions(terms);
        near.texts.addAll(texts);
        near.parameters.putAll(parameters);
        near.add("t.foundAt %s :horizon".formatted(order == Order.OLDEST_FIRST ? "<=" : ">="), "horizon", horizon);
        return near;
    }

    String text() {
        return (terms.isEmpty() ? "Hazard h" : "Hazard h join HazardText t on t.hazardId = h.id")
                + (texts.isEmpty() ? "" : " where " + String.join(" and ", texts));
    }

    String sorted(Order order) {
        return "%s %s, %s %2$s".formatted(key(order), order.direction, id());
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** A text knows when its hazard was found: walking the texts, a search fetches only the hazards that it finds. */
    private String key(Order order) {
        return (terms.isEmpty() || order.byDeadline() ? "h." : "t.") + order.key;
    }

    private String id() {
        return terms.isEmpty() ? "h.id" : "t.hazardId";
    }

    /** By its pieces as the index has them, and then to the letter, since the pieces may stand apart. */
    private void contains(String name, String term) {
        if (INDEXED.matcher(term).find()) {
            texts.add("cast(sql('(? @@ search_query(search_form(?)))', t.pieces, :%s) as Boolean) = true"
                    .formatted(name));
        }
        add(
                "cast(sql('(position(search_form(?) in ?) > 0)', :%s, t.text) as Boolean) = true".formatted(name),
                name,
                term);
    }

    private void equal(String field, String name, @Nullable Object value) {
        if (value != null) {
            add(field + " = :" + name, name, value);
        }
    }

    private void add(String text, String name, Object value) {
        texts.add(text);
        parameters.put(name, value);
    }
}
