package io.bihuan.hazard.registers;

import io.bihuan.hazard.registers.District.Level;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sheet of the districts 行政区划. A district's parent is not in it, for its code says which it is. */
final class DistrictSheet implements RegisterSheet<DistrictEntry, District> {

    private static final Column CODE = new Column("区划代码", "code", 14);
    private static final Column NAME = new Column("区划名称", "name", 32);
    private static final Column LEVEL = new Column("级别", "level", 10);

    @Override
    public String name() {
        return "行政区划";
    }

    @Override
    public List<Column> columns() {
        return List.of(CODE, NAME, LEVEL);
    }

    @Override
    public Map<Column, @Nullable String> written(District district) {
        return Map.of(
                CODE,
                district.code(),
                NAME,
                district.name(),
                LEVEL,
                district.level().label());
    }

    @Override
    public DistrictEntry read(Cells cells) {
        return new DistrictEntry(
                cells.textOrNull(CODE), cells.text(NAME), cells.oneOfOrNull(LEVEL, Level.class, Level::label));
    }
}
