package io.bihuan.hazard.intake;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.handling.Assignment;
import io.bihuan.hazard.handling.Finding;
import io.bihuan.hazard.handling.Term;
import io.bihuan.hazard.intake.Mapping.AssignedRule;
import io.bihuan.hazard.intake.Mapping.ClosedRule;
import io.bihuan.hazard.intake.Mapping.FoundRule;
import io.bihuan.hazard.intake.Mapping.PersonRule;
import io.bihuan.hazard.intake.Mapping.PlaceRule;
import io.bihuan.hazard.intake.Mapping.RectifiedRule;
import io.bihuan.hazard.intake.Mapping.ReturnedRule;
import io.bihuan.hazard.intake.Mapping.StepRules;
import io.bihuan.hazard.intake.Mapping.UnitRule;
import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Grade;
import io.bihuan.hazard.lifecycle.HazardEvent.Found;
import io.bihuan.hazard.lifecycle.Location;
import io.bihuan.hazard.lifecycle.Responsible;
import io.bihuan.hazard.lifecycle.Source;
import io.bihuan.hazard.lifecycle.Unit;
import io.bihuan.hazard.sheets.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a row as the past life of a hazard. */
final class LifeReader {
    private static final String MOST_FUNDS = "999999999999.99";

    private final Mapping mapping;
    private final StepRules rules;
    private final DateReader dates;

    LifeReader(Mapping mapping) {
        this.mapping = mapping;
        this.rules = mapping.stepRules();
        this.dates = new DateReader(mapping.dates());
    }

    /**
     * Reads one row.
     *
     * @param now nothing in a ledger happened later
     * @throws Refusal with everything that is wrong with the row
     */
    PastLife read(Row row, Instant now) {
        demandWhole(row);
        Cells cells = new Cells(row, dates);
        Instant foundAt = cells.requiredTime("foundAt", mapping.found().at());
        Finding finding = finding(cells, mapping.found());
        List<PastStep> steps = deeds(cells).stream()
                .map(deed -> past(deed, cells, finding.found().unit()))
                .toList();
        cells.demandFaultless();
        checkTimes(cells, foundAt, steps, now);
        cells.demandFaultless();
        return new PastLife(foundAt, finding, steps);
    }

    /** @throws Refusal where a row has lost cells, or has too many */
    static void demandWhole(Row row) {
        if (!row.isWhole()) {
            throw new Refusal(
                    "row", "import.fields", row.cells().size(), row.header().size());
        }
    }

    private Finding finding(Cells cells, FoundRule rule) {
        return new Finding(
                cells.requiredText("districtCode", rule.districtCode(), Cells.WORD),
                cells.requiredWord("grade", rule.grade(), Grade.class),
                cells.requiredWord("category", rule.category(), Category.class),
                cells.requiredWord("source", rule.source(), Source.class),
                new Found(
                        cells.requiredText("description", rule.description(), Cells.LONG_TEXT),
                        cells.text("site", rule.site(), Cells.NUMBER),
                        cells.text("siteName", rule.siteName(), Cells.NAME),
                        cells.text("address", rule.address(), Cells.ADDRESS),
                        location(cells, rule.location()),
                        cells.text("checkItem", rule.checkItem(), Cells.WORD),
                        cells.text("foundBy", rule.foundBy(), Cells.PERSON),
                        cells.text("witness", rule.witness(), Cells.PERSON),
                        cells.requiredText("externalNumber", rule.externalNumber(), Cells.NUMBER),
                        ledger(cells, rule),
                        cells.text("campaign", rule.campaign(), Cells.NUMBER),
                        null,
                        null,
                        unit(cells, "unit", rule.unit())));
    }

    private String ledger(Cells cells, FoundRule rule) {
        String ledger = cells.text("ledger", rule.ledger(), Cells.NUMBER);
        return ledger == null ? mapping.ledger() : ledger;
    }

    /** Coordinates come in pairs; half of one is no place. */
    private static @Nullable Location location(Cells cells, @Nullable PlaceRule rule) {
        if (rule == null) {
            return null;
        }
        BigDecimal lat = cells.number("location.lat", rule.lat(), 6, "-90", "90");
        BigDecimal lon = cells.number("location.lon", rule.lon(), 6, "-180", "180");
        if (lat != null && lon != null) {
            return new Location(lat, lon);
        }
        if (cells.faultless("location") && (lat != null || lon != null)) {
            cells.fault("location", "import.halfLocation");
        }
        return null;
    }

    private static @Nullable Unit unit(Cells cells, String field, @Nullable UnitRule rule) {
        if (rule == null) {
            return null;
        }
        String code = cells.text(field + ".code", rule.code(), Cells.NUMBER);
        String name = cells.text(field + ".name", rule.name(), Cells.NAME);
        if (name == null && code != null && cells.faultless(field)) {
            cells.fault(field + ".name", "import.nameless");
        }
        return name == null ? null : new Unit(code, name);
    }

    private static @Nullable Responsible responsible(Cells cells, @Nullable PersonRule rule) {
        if (rule == null) {
            return null;
        }
        String name = cells.text("assigned.responsible.name", rule.name(), Cells.PERSON);
        String phone = cells.phone("assigned.responsible.phone", rule.phone());
        if (name == null && phone != null && cells.faultless("assigned.responsible")) {
            cells.fault("assigned.responsible.name", "import.nameless");
        }
        return name == null ? null : new Responsible(name, phone);
    }

    /** Which steps the row has behind it: those that its status stands for, or those that have a date. */
    private List<Deed> deeds(Cells cells) {
        LifeRule life = mapping.life();
        if (life.dated() != null) {
            List<Deed> dated = life.dated().stream()
                    .filter(deed -> cells.time(deed.word() + ".at", at(deed)) != null)
                    .toList();
            if (cells.faultless("")) {
                Deed.demandOrder(dated, "life");
            }
            return dated;
        }
        String code = cells.code(described(life.column()));
        List<Deed> deeds = described(life.codes()).get(code);
        if (deeds == null) {
            cells.fault("life", life.ownColumns(), new Refusal("", "import.code", code));
            return List.of();
        }
        return deeds;
    }

    private Moment at(Deed deed) {
        return switch (deed) {
            case ASSIGNED -> described(rules.assigned()).at();
            case RECTIFIED -> described(rules.rectified()).at();
            case RETURNED -> described(rules.returned()).at();
            case CLOSED -> described(rules.closed()).at();
        };
    }

    private PastStep past(Deed deed, Cells cells, @Nullable Unit named) {
        Instant at = cells.requiredTime(deed.word() + ".at", at(deed));
        return switch (deed) {
            case ASSIGNED -> assigned(cells, at, described(rules.assigned()), named);
            case RECTIFIED -> rectified(cells, at, described(rules.rectified()));
            case RETURNED -> returned(cells, at, described(rules.returned()));
            case CLOSED -> closed(cells, at, described(rules.closed()));
        };
    }

    private static PastStep assigned(Cells cells, Instant at, AssignedRule rule, @Nullable Unit named) {
        String field = rule.unit() == null ? "unit" : "assigned.unit";
        Unit unit = rule.unit() == null ? named : unit(cells, field, rule.unit());
        if (unit == null) {
            if (cells.faultless(field)) {
                cells.fault(field, "import.unassigned");
            }
            unit = new Unit(null, "");
        }
        return new PastStep.Assigned(
                at,
                new Assignment(
                        unit,
                        responsible(cells, rule.responsible()),
                        new Term(cells.deadline("assigned.dueAt", rule.dueAt()), null),
                        cells.text("assigned.measures", rule.measures(), Cells.TEXT),
                        cells.number("assigned.funds", rule.funds(), 2, "0", MOST_FUNDS),
                        cells.text("assigned.contingencyPlan", rule.contingencyPlan(), Cells.TEXT),
                        cells.text("assigned.interimControls", rule.interimControls(), Cells.TEXT)));
    }

    private static PastStep rectified(Cells cells, Instant at, RectifiedRule rule) {
        return new PastStep.Rectified(
                at,
                cells.requiredText("rectified.description", rule.description(), Cells.LONG_TEXT),
                cells.text("rectified.rectifiedBy", rule.rectifiedBy(), Cells.PERSON));
    }

    private static PastStep returned(Cells cells, Instant at, ReturnedRule rule) {
        return new PastStep.Returned(
                at,
                cells.deadline("returned.dueAt", rule.dueAt()),
                cells.requiredText("returned.reason", rule.reason(), Cells.TEXT));
    }

    private static PastStep closed(Cells cells, Instant at, ClosedRule rule) {
        return new PastStep.Closed(
                at,
                cells.requiredText("closed.opinion", rule.opinion(), Cells.TEXT),
                cells.text("closed.inspector", rule.inspector(), Cells.PERSON),
                cells.text("closed.approvedBy", rule.approvedBy(), Cells.PERSON));
    }

    /** Time runs forward, and not beyond now; a deadline lies after the step that sets it. */
    private static void checkTimes(Cells cells, Instant foundAt, List<PastStep> steps, Instant now) {
        if (foundAt.isAfter(now)) {
            cells.fault("foundAt", "import.future", foundAt);
        }
        Instant before = foundAt;
        String previous = "found";
        for (PastStep step : steps) {
            String word = step.deed().word();
            if (step.at().isBefore(before)) {
                cells.fault(word + ".at", "import.early", step.at(), previous, before);
            }
            if (step.at().isAfter(now)) {
                cells.fault(word + ".at", "import.future", step.at());
            }
            Instant dueAt = step.dueAt();
            if (dueAt != null && !dueAt.isAfter(step.at())) {
                cells.fault(word + ".dueAt", "import.due", dueAt, step.at());
            }
            before = step.at();
            previous = word;
        }
    }

    /** What a mapping needs here it has: otherwise it was refused. */
    private static <T> T described(@Nullable T rule) {
        return Objects.requireNonNull(rule);
    }
}
