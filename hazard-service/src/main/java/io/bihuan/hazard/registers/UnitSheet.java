package io.bihuan.hazard.registers;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sheet of the responsible units 责任单位. */
final class UnitSheet implements RegisterSheet<UnitEntry, RegisteredUnit> {

    private static final Column CODE = new Column("单位代码", "code", 20);
    private static final Column NAME = new Column("单位名称", "name", 32);
    private static final Column KIND = new Column("单位类型", "kind", 20);
    private static final Column USCC = new Column("统一社会信用代码", "uscc", 22);
    private static final Column DISTRICT = new Column("区划代码", "districtCode", 12);
    private static final Column ADDRESS = new Column("地址", "address", 32);
    private static final Column ACTIVE = new Column("在用", "active", 8);

    @Override
    public String name() {
        return "责任单位";
    }

    @Override
    public List<Column> columns() {
        return Stream.concat(Stream.of(CODE, NAME, KIND, USCC, DISTRICT, ADDRESS, ACTIVE), ContactColumns.ALL.stream())
                .toList();
    }

    @Override
    public Map<Column, @Nullable String> written(RegisteredUnit unit) {
        Map<Column, @Nullable String> cells = new HashMap<>();
        cells.put(CODE, unit.code());
        cells.put(NAME, unit.name());
        cells.put(KIND, unit.kind().label());
        cells.put(USCC, unit.uscc());
        cells.put(DISTRICT, unit.districtCode());
        cells.put(ADDRESS, unit.address());
        cells.put(ACTIVE, YesOrNo.of(unit.active()).label());
        ContactColumns.write(unit.contacts(), cells);
        return cells;
    }

    @Override
    public UnitEntry read(Cells cells) {
        return new UnitEntry(
                cells.textOrNull(CODE),
                cells.text(NAME),
                cells.oneOf(KIND, UnitKind.class, UnitKind::label),
                cells.text(USCC).toUpperCase(Locale.ROOT),
                cells.text(DISTRICT),
                cells.textOrNull(ADDRESS),
                ContactColumns.read(cells),
                cells.oneOfOrNull(ACTIVE, YesOrNo.class, YesOrNo::label) != YesOrNo.FALSE);
    }
}
