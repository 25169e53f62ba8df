package io.bihuan.hazard.registers;

import io.bihuan.hazard.lifecycle.Location;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sheet of the sites 检查对象. */
final class SiteSheet implements RegisterSheet<SiteEntry, Site> {

    private static final Column CODE = new Column("对象代码", "code", 20);
    private static final Column NAME = new Column("对象名称", "name", 32);
    private static final Column KIND = new Column("对象类型", "kind", 16);
    private static final Column DISTRICT = new Column("区划代码", "districtCode", 12);
    private static final Column UNIT = new Column("责任单位代码", "unitCode", 20);
    private static final Column ADDRESS = new Column("地址", "address", 32);
    private static final Column LAT = new Column("纬度", "location.lat", 12);
    private static final Column LON = new Column("经度", "location.lon", 12);
    private static final Column ACTIVE = new Column("在用", "active", 8);

    @Override
    public String name() {
        return "检查对象";
    }

    @Override
    public List<Column> columns() {
        return Stream.concat(
                        Stream.of(CODE, NAME, KIND, DISTRICT, UNIT, ADDRESS, LAT, LON, ACTIVE),
                        ContactColumns.ALL.stream())
                .toList();
    }

    @Override
    public Map<Column, @Nullable String> written(Site site) {
        Map<Column, @Nullable String> cells = new HashMap<>();
        cells.put(CODE, site.code());
        cells.put(NAME, site.name());
        cells.put(KIND, site.kind().label());
        cells.put(DISTRICT, site.districtCode());
        cells.put(UNIT, site.unitCode());
        cells.put(ADDRESS, site.address());
        Location location = site.location();
        if (location != null) {
            cells.put(LAT, location.lat().toPlainString());
            cells.put(LON, location.lon().toPlainString());
        }
        cells.put(ACTIVE, YesOrNo.of(site.active()).label());
        ContactColumns.write(site.contacts(), cells);
        return cells;
    }

    @Override
    public SiteEntry read(Cells cells) {
        return new SiteEntry(
                cells.textOrNull(CODE),
                cells.text(NAME),
                cells.oneOf(KIND, SiteKind.class, SiteKind::label),
                cells.text(DISTRICT),
                cells.textOrNull(UNIT),
                cells.textOrNull(ADDRESS),
                point(cells.number(LAT), cells.number(LON)),
                ContactColumns.read(cells),
                cells.oneOfOrNull(ACTIVE, YesOrNo.class, YesOrNo::label) != YesOrNo.FALSE);
    }

    /** Half a place is one with a field left out, which its own rules then name. */
    @SuppressWarnings("NullAway")
    private static SiteEntry.@Nullable Point point(@Nullable BigDecimal lat, @Nullable BigDecimal lon) {
        return lat == null && lon == null ? null : new SiteEntry.Point(lat, lon);
    }
}
