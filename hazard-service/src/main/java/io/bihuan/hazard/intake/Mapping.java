package io.bihuan.hazard.intake;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Grade;
import io.bihuan.hazard.lifecycle.Source;
import io.bihuan.hazard.sheets.Reading;
import java.nio.charset.Charset;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of one ledger mean. The language is described in {@code docs/ledger-mapping.md}.
 *
 * @param ledger the ledger's name; with a row's external number it says which hazard the row is
 * @param charset of a CSV file, told by its content unless given
 * @param delimiter between a CSV file's fields, told by its header unless given
 * @param sheet of a workbook, the first unless given
 */
record Mapping(
        String ledger,
        @Nullable String charset,
        @Nullable String delimiter,
        @Nullable String sheet,
        Dates dates,
        FoundRule found,
        LifeRule life,
        @Nullable StepRules steps)
        implements Rule {

    @Override
    public void check() {
        if (ledger.isBlank()) {
            throw new Refusal("ledger", "field.required");
        }
        if (ledger.length() > Cells.NUMBER) {
            throw new Refusal("ledger", "import.length", ledger.length(), Cells.NUMBER, "ledger");
        }
        fileCharset();
        if (delimiter != null && (delimiter.length() != 1 || "\"\r\n".contains(delimiter))) {
            throw new Refusal("delimiter", "import.mapping.delimiter");
        }
        Set<Deed> described = stepRules().described();
        for (Deed deed : life.deeds()) {
            if (!described.contains(deed)) {
                throw new Refusal("life", "import.mapping.stepWithoutRule", deed.word());
            }
        }
        AssignedRule assigned = stepRules().assigned();
        if (assigned != null && assigned.unit() == null && found.unit() == null) {
            throw new Refusal("steps.assigned.unit", "field.required");
        }
    }

    Reading reading() {
        return new Reading(fileCharset(), delimiter == null ? null : delimiter.charAt(0), sheet);
    }

    private @Nullable Charset fileCharset() {
        try {
            return charset == null ? null : Charset.forName(charset);
        } catch (IllegalArgumentException unknown) {
            throw new Refusal("charset", "import.mapping.charset", charset);
        }
    }

    StepRules stepRules() {
        return steps == null ? new StepRules(null, null, null, null) : steps;
    }

    /**
     * What was found, and where; {@code unit} is also who must rectify, unless the assignment says otherwise; without {@code
     * ledger} a row is in the mapping's; {@code site} is one on file, whose file says what the row leaves out.
     */
    record FoundRule(
            Moment at,
            Value externalNumber,
            Value districtCode,
            Value grade,
            Value category,
            Value source,
            Value description,
            @Nullable Value ledger,
            @Nullable Value site,
            @Nullable Value siteName,
            @Nullable Value address,
            @Nullable PlaceRule location,
            @Nullable Value checkItem,
            @Nullable Value foundBy,
            @Nullable Value witness,
            @Nullable Value campaign,
            @Nullable UnitRule unit)
            implements Rule {

        @Override
        public void check() {
            Words.demandKnown(grade, "grade", Grade.class);
            Words.demandKnown(category, "category", Category.class);
            Words.demandKnown(source, "source", Source.class);
        }
    }

    record PlaceRule(Value lat, Value lon) {}

    record UnitRule(@Nullable Value code, Value name) {}

    record PersonRule(Value name, @Nullable Value phone) {}

    /** One rule per step that the ledger tells of. */
    record StepRules(
            @Nullable AssignedRule assigned,
            @Nullable RectifiedRule rectified,
            @Nullable ReturnedRule returned,
            @Nullable ClosedRule closed) {

        Set<Deed> described() {
            Set<Deed> described = EnumSet.noneOf(Deed.class);
            if (assigned != null) {
                described.add(Deed.ASSIGNED);
            }
            if (rectified != null) {
                described.add(Deed.RECTIFIED);
            }
            if (returned != null) {
                described.add(Deed.RETURNED);
            }
            if (closed != null) {
                described.add(Deed.CLOSED);
            }
            return described;
        }
    }

    /** Without {@code dueAt}, or where its column is empty, the policy dates the hazard. */
    record AssignedRule(
            Moment at,
            @Nullable Moment dueAt,
            @Nullable UnitRule unit,
            @Nullable PersonRule responsible,
            @Nullable Value measures,
            @Nullable Value funds,
            @Nullable Value contingencyPlan,
            @Nullable Value interimControls) {}

    record RectifiedRule(
            Moment at, Value description, @Nullable Value rectifiedBy) {}

    /** Without {@code dueAt}, or where its column is empty, the deadline stays as it was. */
    record ReturnedRule(Moment at, @Nullable Moment dueAt, Value reason) {}

    record ClosedRule(
            Moment at,
            Value opinion,
            @Nullable Value inspector,
            @Nullable Value approvedBy) {}
}
